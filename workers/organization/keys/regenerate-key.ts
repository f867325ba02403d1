import type { KeyId } from "#ids.ts";
import type { Actor } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { issueKey, type NewKey } from "./create-key.ts";
import { getActiveKey } from "./get-active-key.ts";

/** A new secret under the same terms. The old one answers 401 from the next request on. */
export function regenerateKey(rooms: Rooms, actor: Actor, id: KeyId): NewKey {
  const old = getActiveKey(rooms, id);
  return issueKey(rooms, actor, old, "keys/regenerate", (now) => rooms.keys.revoke(old, now));
}
