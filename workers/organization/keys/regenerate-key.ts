import { z } from "zod";
import type { KeyId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { getActiveKey } from "./get-active-key.ts";
import { issueKey, type NewKey } from "./issue-key.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

export const RegenerateKey = z.object({
  /** How long the old key still works. 0: it answers 401 from the next request on. */
  graceDays: z.int().min(0).max(30).default(0),
});
export type RegenerateKey = z.input<typeof RegenerateKey>;

/** A new secret under the same terms. A key that is in its grace takes up no place of the plan. */
export function regenerateKey(rooms: Rooms, by: By, id: KeyId, input: RegenerateKey): NewKey {
  const { graceDays } = parseInput(RegenerateKey, input);
  const old = getActiveKey(rooms, id);
  return issueKey(rooms, by, old, "keys/regenerate", ({ id: successor, createdAt: now }) => {
    rooms.keys.replace(old, successor, now, graceDays === 0 ? null : now + graceDays * DAY_MS);
    rooms.clients.moveToKey(old.id, successor);
  });
}
