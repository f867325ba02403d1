import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
import { limitToHolders } from "../policy/limit-to-holders.ts";
import type { Rooms } from "../rooms.ts";
import { isAllowedFrom } from "./ip-allow-list.ts";
import { hashKey } from "./key-format.ts";
import { isInGrace, type KeyRow } from "./key-table.ts";
import type { Permissions, Writes } from "./scope.ts";

/** Who is calling, as far as the object has verified it. */
export interface Caller extends Permissions {
  key: KeyId;
  writes: Writes;
  /** Whose key it is; null: the organization's own. */
  memberId: string | null;
  /** The connectors that it may use; null: all. */
  connectors: readonly string[] | null;
  /** The members whom a connection must be shared with, if it is shared with some only. */
  sharers: readonly string[];
}

export interface Presented {
  key: string;
  surface: "mcp" | "rest";
  ip?: string;
  userAgent?: string;
}

/**
 * The proof: compares the hash of the whole key with the keys of this organization. A key of ours that is closed, or
 * closed to where the call comes from, leaves an audit row, once in ten seconds; a stranger's leaves none.
 */
export async function authenticate(rooms: Rooms, { key, ...from }: Presented): Promise<Caller> {
  const row = rooms.keys.findByHash(hashKey(key));
  if (row === null) throw new AppError("invalid_key");
  const now = rooms.ports.clock.now();
  const reach = findReach(rooms, row, now, from.ip);
  if (typeof reach !== "string") return reach;
  if (rooms.limiter.isFirstRefusal(row.id, now)) {
    const entry = { ...from, at: now, actor: row.id, action: "authenticate", result: reach } as const;
    await rooms.journal.record({ ...entry, billable: false, durationMs: 0 });
  }
  throw new AppError(reach);
}

function findReach(rooms: Rooms, key: KeyRow, now: number, ip: string | undefined) {
  const caller = findCaller(rooms, key, now);
  if (typeof caller === "string") return caller;
  const { ipAllowLists } = rooms.membership.present;
  const isAllowed = [key.ipAllowList, ...ipAllowLists].every((list) => isAllowedFrom(list, ip));
  return isAllowed ? caller : "ip_not_allowed";
}

/** What the key may do now, wherever it is used from, or why it may do nothing. */
export function findCaller({ membership: { present } }: Rooms, key: KeyRow, now: number) {
  if (present.closed) return "organization_closed";
  if (present.suspended) return "organization_suspended";
  if (key.revokedAt !== null && !isInGrace(key, now)) return "revoked_key";
  if (key.expiresAt !== null && key.expiresAt <= now) return "expired_key";
  const reach = limitToHolders(present, key);
  if (reach === null) return "revoked_key";
  const { id, memberId, toolsets, writes } = key;
  return { key: id, ...reach, toolsets, writes, memberId } satisfies Caller;
}
