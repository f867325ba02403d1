import type { KeyId } from "#ids.ts";
import type { Actor } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { getActiveKey } from "./get-active-key.ts";

export function deleteKey(rooms: Rooms, actor: Actor, id: KeyId): void {
  const key = getActiveKey(rooms, id);
  const now = rooms.ports.clock.now();
  const entry = { at: now, actor, surface: "internal", action: "keys/delete", target: id } as const;
  rooms.journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0 }, () =>
    rooms.keys.revoke(key, now),
  );
}
