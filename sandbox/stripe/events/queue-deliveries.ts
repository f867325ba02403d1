import type { Context } from "../core/context.ts";
import type { Database } from "../core/database.ts";
import type { Event, WebhookEndpoint } from "../core/objects.ts";
import type { EventFaults } from "../faults/take-faults.ts";

interface Queueing {
  event: Event;
  webhooks: WebhookEndpoint[];
  /** What the event is about. */
  object: string | null;
  faults: EventFaults;
  /** In seconds. */
  late: number;
}

/** Puts an event on its way to these endpoints. */
export function queueDeliveries(ctx: Context, { event, webhooks, object, faults, late }: Queueing): void {
  const due = (ctx.wall() + late + (faults.delay?.seconds ?? 0)) * 1000;
  for (const { id: endpoint } of webhooks) {
    const queue = (due_at_ms: number | null) =>
      queueDelivery(ctx.db, { event: event.id, endpoint, due_at_ms });
    queue(faults.stale ? null : due);
    if (faults.duplicate) queue(due);
    if (object && !faults.stale) releaseOlder(ctx.db, { endpoint, object, due });
  }
}

export function queueDelivery(
  db: Database,
  delivery: { event: string; endpoint: string; due_at_ms: number | null },
): void {
  const sequence = db.count("delivery");
  db.deliveries.put({ id: String(sequence), sequence, failures: 0, ...delivery });
}

/** What was held back until now follows the newer event. */
function releaseOlder(
  db: Database,
  { endpoint, object, due }: { endpoint: string; object: string; due: number },
): void {
  const held = db.deliveries
    .by("due_at_ms", null)
    .filter(
      (delivery) => delivery.endpoint === endpoint && db.eventRecords.find(delivery.event)?.object === object,
    );
  for (const delivery of held)
    db.deliveries.put({ ...delivery, due_at_ms: due, sequence: db.count("delivery") });
}
