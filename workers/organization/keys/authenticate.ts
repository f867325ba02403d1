import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
import { limitToHolders } from "../policy/limit-to-holders.ts";
import type { Rooms } from "../rooms.ts";
import { isAllowedFrom } from "./ip-allow-list.ts";
import { hashKey } from "./key-format.ts";
import { isInGrace, type KeyRow } from "./key-table.ts";
import type { Permissions } from "./scope.ts";

/** Who is calling, as far as the object has verified it. */
export interface Caller extends Permissions {
  key: KeyId;
  /** Whose key it is; null: the organization's own. */
  memberId: string | null;
  /** The connectors that it may use; null: all. */
  connectors: readonly string[] | null;
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
  if (typeof reach !== "string") {
    return { key: row.id, ...reach, toolsets: row.toolsets, memberId: row.memberId };
  }
  if (rooms.limiter.isFirstRefusal(row.id, now)) {
    const entry = { ...from, at: now, actor: row.id, action: "authenticate", result: reach } as const;
    await rooms.journal.record({ ...entry, billable: false, durationMs: 0 });
  }
  throw new AppError(reach);
}

/** What the key may do now, or why it may do nothing. */
function findReach({ policy }: Rooms, key: KeyRow, now: number, ip: string | undefined) {
  if (policy.closed) return "organization_closed";
  if (key.revokedAt !== null && !isInGrace(key, now)) return "revoked_key";
  if (key.expiresAt !== null && key.expiresAt <= now) return "expired_key";
  const isAllowed = isAllowedFrom(policy.ipAllowList, ip) && isAllowedFrom(key.ipAllowList, ip);
  return isAllowed ? (limitToHolders(policy, key) ?? "revoked_key") : "ip_not_allowed";
}
