import type { Database } from "../core/database.ts";

/** Turns round the order in which the deliveries of these events go out. */
export function sendBackwards(db: Database, events: Set<string>): void {
  const deliveries = db.deliveries.where(({ event }) => events.has(event));
  const sequences = deliveries.map(({ sequence }) => sequence).toReversed();
  for (const [index, delivery] of deliveries.entries())
    db.deliveries.put({ ...delivery, sequence: sequences[index] ?? delivery.sequence });
}
