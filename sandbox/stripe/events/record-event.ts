import type { Context, Happening } from "../core/context.ts";
import type { Event } from "../core/objects.ts";
import { type EventFaults, takeEventFaults } from "../faults/take-faults.ts";
import { currentVersion } from "./api-versions.ts";
import { listenersOf } from "./listeners.ts";
import { queueDeliveries } from "./queue-deliveries.ts";

/** Something to tell, and how many seconds after the rest. */
export type Announcement = Happening & { late?: number };

/** Makes one event and queues it for the endpoints that listen to it. */
export function recordEvent(ctx: Context, announcement: Announcement): { event: Event; faults: EventFaults } {
  const { db } = ctx;
  const { type, object, previous_attributes, created } = announcement;
  const customer = customerOf(object);
  const faults = takeEventFaults(db, { type, customer });
  const webhooks = faults.drop ? [] : listenersOf(db, type);
  const event = db.events.put({
    id: db.newId("evt_"),
    object: "event",
    api_version: currentVersion,
    created,
    data: { object, ...(previous_attributes && { previous_attributes }) },
    livemode: false,
    pending_webhooks: webhooks.length,
    request: { id: ctx.cause.id, idempotency_key: ctx.cause.idempotency_key },
    type,
  });
  const id = stringAt(object, "id");
  db.eventRecords.put({
    id: event.id,
    object: id,
    customer,
    recorded_at: ctx.wall(),
    waiting: webhooks.map((webhook) => webhook.id),
    is_acknowledged: webhooks.length === 0,
  });
  queueDeliveries(ctx, { event, webhooks, object: id, faults, late: announcement.late ?? 0 });
  return { event, faults };
}

function customerOf(object: object): string | null {
  return Reflect.get(object, "object") === "customer" ? stringAt(object, "id") : stringAt(object, "customer");
}

function stringAt(object: object, key: string): string | null {
  const value: unknown = Reflect.get(object, key);
  return typeof value === "string" ? value : null;
}
