import type { Rooms } from "../rooms.ts";
import { attemptDelivery } from "./attempt-delivery.ts";

/** Of one chunk; a slow receiver holds up no more than these. */
const AT_ONCE = 10;

/** Attempts what is due. What is killed in the middle is sent again, under the same id. */
export async function deliverEvents(_sql: SqlStorage, rooms: Rooms): Promise<number | null> {
  const { outgoing, ports } = rooms;
  const due = outgoing.listDue(ports.clock.now(), AT_ONCE);
  await Promise.all(due.map((delivery) => attemptDelivery(rooms, delivery)));
  outgoing.prune();
  return outgoing.findNextDue();
}
