import type { Rooms } from "../rooms.ts";
import { setEntitlement } from "./set-entitlement.ts";

/** Reads what billing has written down, in case a push was lost. */
export async function refreshEntitlement(storage: DurableObjectStorage, rooms: Rooms): Promise<void> {
  const entitlement = await rooms.ports.loadEntitlement(rooms.id);
  if (entitlement !== null) setEntitlement(storage, rooms, entitlement);
}
