import type { Context } from "../core/context.ts";
import type { Delivery, DeliveryAttempt } from "../core/records.ts";
import { settingsOf } from "../faults/settings.ts";
import { acknowledge } from "./acknowledged.ts";

const minute = 60_000;
const hour = 60 * minute;

/** How long to wait after the first failure, the second, and so on. */
const waits = {
  live: [5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, ...Array(4).fill(12 * hour)],
  sandbox: [10 * minute, 3 * hour],
} satisfies Record<string, number[]>;

const keptAttempts = 1000;

/** Notes what came back. Whatever is not a 2xx is tried again later, until that is no use. */
export function settleDelivery(
  { db }: Context,
  delivery: Delivery,
  attempt: Omit<DeliveryAttempt, "id">,
  now: number,
): void {
  db.deliveryAttempts.put({ id: String(db.count("delivery attempt")), ...attempt });
  const oldest = db.deliveryAttempts.oldest();
  if (oldest && db.deliveryAttempts.size > keptAttempts) db.deliveryAttempts.remove(oldest.id);
  if (!db.deliveries.find(delivery.id)) return;
  const isReceived = attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
  const wait = waits[settingsOf(db).webhook_retries][delivery.failures];
  if (!isReceived && wait !== undefined) {
    db.deliveries.put({ ...delivery, failures: delivery.failures + 1, due_at_ms: now + wait });
    return;
  }
  db.deliveries.remove(delivery.id);
  if (isReceived) acknowledge(db, delivery.event, delivery.endpoint);
}
