import { AppError } from "#errors.ts";
import type { Rooms } from "../rooms.ts";
import { assertPublicUrl } from "./assert-public-url.ts";
import type { EventRow } from "./event-table.ts";
import type { OutgoingRow } from "./outgoing-table.ts";
import { sign } from "./webhook-secret.ts";

const TIMEOUT_MS = 10_000;

export interface Attempt {
  /** Null: there was no answer. */
  status: number | null;
  /** Why it does not count as delivered, in our words; null: it does. */
  error: string | null;
}

/** One attempt. Nothing of the answer but its status is read, and no redirect is followed. */
export async function sendSigned(
  { outgoing, ports }: Rooms,
  webhook: OutgoingRow,
  event: EventRow,
): Promise<Attempt> {
  const now = ports.clock.now();
  const { id, type, data, at } = event;
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data });
  const message = { id, timestamp: Math.floor(now / 1_000), body };
  const secrets = [webhook.secret];
  if (webhook.formerSecret !== null && now < (webhook.formerSecretUntil ?? 0))
    secrets.push(webhook.formerSecret);
  const signatures = secrets.map((sealed) => sign(outgoing.open(webhook.id, sealed), message));
  try {
    const response = await ports.fetch(assertPublicUrl(webhook.url, ports.outgoingHosts).href, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "Latchkey-Webhooks/1",
        "webhook-id": id,
        "webhook-timestamp": String(message.timestamp),
        "webhook-signature": signatures.join(" "),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return { status: response.status, error: toError(response) };
  } catch (error) {
    return { status: null, error: toFailure(error) };
  }
}

function toError({ ok, status }: Response): string | null {
  if (ok) return null;
  if (status >= 300 && status < 400) return "It answered with a redirect, which is not followed.";
  return `It answered ${status}.`;
}

function toFailure(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof Error && error.name === "TimeoutError") return "It did not answer within 10 seconds.";
  return "It could not be reached.";
}
