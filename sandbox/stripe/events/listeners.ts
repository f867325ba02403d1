import type { Database } from "../core/database.ts";
import type { WebhookEndpoint } from "../core/objects.ts";
import { isOfType } from "./is-of-type.ts";

/** The endpoints that are to get events of this type. */
export function listenersOf(db: Database, type: string): WebhookEndpoint[] {
  return db.webhookEndpoints.where(
    ({ status, enabled_events }) =>
      status === "enabled" && enabled_events.some((name) => isOfType(type, name)),
  );
}
