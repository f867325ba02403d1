import { AppError, type ErrorCode } from "#errors.ts";
import type { ConnectionId, CredentialId } from "#ids.ts";
import { limitToHolders } from "../policy/limit-to-holders.ts";
import type { Rooms } from "../rooms.ts";
import { isAllowedFrom } from "./ip-allow-list.ts";
import { hashKey } from "./key-format.ts";
import { isInGrace, type KeyRow } from "./key-table.ts";
import type { Permissions, Writes } from "./scope.ts";

/** Who is calling, as far as the object has verified it. */
export interface Caller extends Permissions {
  credential: CredentialId;
  writes: Writes;
  /** Whose key or grant it is; null: the organization's own. */
  memberId: string | null;
  /** The connectors that it may use; null: all. */
  connectors: readonly string[] | null;
  /** The connections that it may use; null: all. */
  connections: readonly ConnectionId[] | null;
  /** The members whom a connection must be shared with, if it is shared with some only. */
  sharers: readonly string[];
  /** What its member could let it do beside, if asked; null: nobody can be asked, it is a key. */
  grantable: Permissions | null;
}

/** Where a credential is used. */
export interface From {
  surface: "mcp" | "rest";
  ip?: string;
  userAgent?: string;
}

/** The proof: compares the hash of the whole key with the keys of this organization. */
export async function authenticate(rooms: Rooms, { key, ...from }: From & { key: string }): Promise<Caller> {
  const row = rooms.keys.findByHash(hashKey(key));
  if (row === null) throw new AppError("invalid_key");
  return admit(rooms, row, findKeyCaller(rooms, row, rooms.ports.clock.now()), from);
}

/**
 * Lets in a credential of this organization from where it may be used. One that is closed, or closed to where the call comes
 * from, leaves an audit row, once in ten seconds; a stranger's leaves none.
 */
export async function admit(
  rooms: Rooms,
  { id, ipAllowList }: { id: CredentialId; ipAllowList: string[] | null },
  found: Caller | ErrorCode,
  from: From,
): Promise<Caller> {
  const lists = [ipAllowList, ...rooms.membership.present.ipAllowLists];
  const reach = lists.every((list) => isAllowedFrom(list, from.ip)) ? found : "ip_not_allowed";
  const refused = typeof found === "string" ? found : reach;
  if (typeof refused !== "string") return refused;
  const now = rooms.ports.clock.now();
  if (rooms.limiter.isFirstRefusal(id, now)) {
    const entry = { ...from, at: now, actor: id, action: "authenticate", result: refused } as const;
    await rooms.journal.record({ ...entry, billable: false, durationMs: 0 });
  }
  throw new AppError(refused);
}

/** What the key may do now, wherever it is used from, or why it may do nothing. */
export function findKeyCaller(
  { membership: { present } }: Rooms,
  key: KeyRow,
  now: number,
): Caller | ErrorCode {
  if (present.closed) return "organization_closed";
  if (present.suspended) return "organization_suspended";
  if (key.revokedAt !== null && !isInGrace(key, now)) return "revoked_key";
  if (key.expiresAt !== null && key.expiresAt <= now) return "expired_key";
  const reach = limitToHolders(present, key);
  if (reach === null) return "revoked_key";
  const { id, memberId, toolsets, writes } = key;
  return { credential: id, ...reach, toolsets, writes, memberId, connections: null, grantable: null };
}
