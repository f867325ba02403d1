import type { Rooms } from "../rooms.ts";
import { openDatabase } from "../rooms.ts";
import { organization } from "../schema/index.ts";
import { Entitlement } from "./entitlement.ts";

/** Takes a newer entitlement; an older or equal version that arrives late changes nothing. */
export function setEntitlement(storage: DurableObjectStorage, rooms: Rooms, input: Entitlement): void {
  const entitlement = Entitlement.parse(input);
  if (entitlement.version <= rooms.entitlement.version) return;
  openDatabase(storage).update(organization).set({ entitlement }).run();
  rooms.entitlement = entitlement;
}
