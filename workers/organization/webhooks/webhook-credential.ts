import { hash, randomBytes, timingSafeEqual } from "node:crypto";

const LOGIN = "latchkey";

export interface WebhookCredential {
  login: string;
  password: string;
}

export function makeWebhookCredential(): WebhookCredential {
  return { login: LOGIN, password: randomBytes(32).toString("hex") };
}

export function hashWebhookCredential({ login, password }: WebhookCredential): string {
  return hash("sha256", `${login}:${password}`, "hex");
}

/** Whether an Authorization header carries the credential with this hash. Takes as long wherever they differ. */
export function isWebhookCredential(authorization: string, credentialHash: string): boolean {
  const [, encoded] = /^basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return false;
  const presented = hash("sha256", Buffer.from(encoded, "base64"), "buffer");
  return timingSafeEqual(presented, Buffer.from(credentialHash, "hex"));
}
