import type { Database } from "../core/database.ts";
import { queueDelivery } from "./queue-deliveries.ts";

/** Sends an event once more at `now` (in milliseconds): what still waits goes now, what is over goes again. */
export function redeliver(
  db: Database,
  { event, endpoint, now }: { event: string; endpoint: string; now: number },
): void {
  const waiting = db.deliveries.where(
    (delivery) => delivery.event === event && delivery.endpoint === endpoint,
  );
  for (const delivery of waiting) db.deliveries.put({ ...delivery, due_at_ms: now });
  if (waiting.length === 0) queueDelivery(db, { event, endpoint, due_at_ms: now });
}
