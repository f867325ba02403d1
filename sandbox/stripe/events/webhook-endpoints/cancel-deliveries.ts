import type { Database } from "../../core/database.ts";
import { stopWaiting } from "../acknowledged.ts";

/** What waits for an endpoint that is no more goes nowhere, and nothing waits for it either. */
export function cancelDeliveries(db: Database, endpoint: string): void {
  for (const delivery of db.deliveries.where((candidate) => candidate.endpoint === endpoint)) {
    db.deliveries.remove(delivery.id);
    stopWaiting(db, delivery.event, endpoint);
  }
}
