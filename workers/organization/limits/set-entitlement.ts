import { noteReached } from "../alerts/note-thresholds.ts";
import type { Rooms } from "../rooms.ts";
import { openDatabase } from "../rooms.ts";
import { organization } from "../schema/index.ts";
import { Entitlement } from "./entitlement.ts";

/** Takes a newer entitlement; an older or equal version that arrives late changes nothing. */
export function setEntitlement(storage: DurableObjectStorage, rooms: Rooms, input: Entitlement): void {
  const entitlement = Entitlement.parse(input);
  if (entitlement.version <= rooms.entitlement.version) return;
  const { journal, ports } = rooms;
  const entry = {
    at: ports.clock.now(),
    actor: "system",
    surface: "internal",
    action: "entitlement/set",
  } as const;
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0, details: entitlement }, () => {
    openDatabase(storage).update(organization).set({ entitlement }).run();
  });
  rooms.entitlement = entitlement;
  noteUsed(rooms);
}

/** A lower quota or a new threshold may be reached without another call. */
export function noteUsed(rooms: Rooms): void {
  const now = rooms.ports.clock.now();
  const { calls: after, period } = rooms.usage.getCounted(now);
  noteReached(rooms, { period, after }, now);
}
