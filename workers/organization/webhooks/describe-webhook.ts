import type { ErrorCode } from "#errors.ts";
import type { Connection } from "../connections/connections.ts";
import type { Rooms } from "../rooms.ts";

/** `pending`: not registered yet, and why not if that was tried. Data may be as old as the cache keeps it. */
export interface WebhookState {
  state: "registered" | "pending";
  error: ErrorCode | null;
}

export function describeWebhook(
  { webhooks }: Pick<Rooms, "webhooks">,
  { connector, row }: Connection,
): WebhookState | null {
  if (connector.webhooks === undefined) return null;
  const rows = webhooks.listOf(row.id);
  const isRegistered = rows.some(({ upstreamId }) => upstreamId !== null);
  const error = rows.find(({ errorCode }) => errorCode !== null)?.errorCode ?? null;
  return { state: isRegistered ? "registered" : "pending", error };
}
