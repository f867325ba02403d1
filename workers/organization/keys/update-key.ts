import { z } from "zod";
import type { KeyId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import { redact } from "#lib/redact.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { getActiveKey } from "./get-active-key.ts";
import { IpAllowList } from "./ip-allow-list.ts";
import { ExpiresAt, KeyName, Toolsets } from "./key-terms.ts";
import { type MaskedKey, toMaskedKey } from "./masked-key.ts";
import { Writes } from "./scope.ts";

/** Null takes a limit away. Scopes stay as they were made: who needs others makes another key. */
export const UpdateKey = z
  .strictObject({
    name: KeyName.exactOptional(),
    expiresAt: ExpiresAt.nullable().exactOptional(),
    ipAllowList: IpAllowList.nullable().exactOptional(),
    toolsets: Toolsets.nullable().exactOptional(),
    writes: Writes.exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, "There is nothing to change.");
export type UpdateKey = z.input<typeof UpdateKey>;

/** Acts on the next request. */
export function updateKey(rooms: Rooms, by: By, id: KeyId, input: UpdateKey): MaskedKey {
  const change = parseInput(UpdateKey, input);
  const key = getActiveKey(rooms, id);
  const { journal, keys, ports, usage } = rooms;
  const entry = { at: ports.clock.now(), ...by, surface: "internal", action: "keys/update" } as const;
  const details = { changed: Object.keys(change), to: redact(change) };
  journal.recordWith({ ...entry, target: id, result: "ok", billable: false, durationMs: 0, details }, () =>
    keys.update(key, change),
  );
  return toMaskedKey(key, usage.getByActor(id));
}
