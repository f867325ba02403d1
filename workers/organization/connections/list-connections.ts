import type { Rooms } from "../rooms.ts";
import { describeWebhook, type WebhookState } from "../webhooks/describe-webhook.ts";
import { type ShownConnection, toShownConnection } from "./shown-connection.ts";

export interface ListedConnection extends ShownConnection {
  /** Whether the upstream tells us of changes; null: it never does. */
  webhook: WebhookState | null;
}

export function listConnections(rooms: Rooms): ListedConnection[] {
  return rooms.connections.list().map((connection) => ({
    ...toShownConnection(connection.row),
    webhook: describeWebhook(rooms, connection),
  }));
}
