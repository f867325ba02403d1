import type { WebhookId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import type { DeliveryRow } from "./outgoing-table.ts";
import { type ShownDelivery, toShownDelivery } from "./shown-outgoing-webhook.ts";

/** The latest hundred, the newest first. */
export function listDeliveries(rooms: Rooms, id: WebhookId): ShownDelivery[] {
  rooms.outgoing.get(id);
  return rooms.outgoing.listDeliveries(id).map((row) => showDelivery(rooms, row));
}

export function showDelivery({ events }: Pick<Rooms, "events">, row: DeliveryRow): ShownDelivery {
  return toShownDelivery(row, events.get(row.event)?.type ?? "");
}
