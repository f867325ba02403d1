import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";

/** Acts on the next request, for the key and for the one before it that is still in its grace. */
export function deleteKey({ journal, keys, ports }: Rooms, by: By, id: KeyId): void {
  const now = ports.clock.now();
  const key = keys.listOpen(now).find((open) => open.id === id);
  if (key === undefined) throw new AppError("not_found", `This organization has no active key ${id}.`);
  const entry = { at: now, ...by, surface: "internal", action: "keys/delete", target: id } as const;
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0 }, () => keys.revoke(key, now));
}
