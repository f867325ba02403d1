import { createHmac, randomBytes } from "node:crypto";

const PREFIX = "whsec_";

export const newWebhookSecret = (): string => `${PREFIX}${randomBytes(32).toString("base64")}`;

export interface Message {
  id: string;
  /** Seconds since the epoch. */
  timestamp: number;
  body: string;
}

/** As Standard Webhooks say: over id, time and body. */
export function sign(secret: string, { id, timestamp, body }: Message): string {
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}
