import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
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
  const closed = findReasonClosed(row, now, from.ip);
  if (closed === null)
    return { key: row.id, scopes: row.scopes, toolsets: row.toolsets, memberId: row.memberId };
  if (rooms.limiter.isFirstRefusal(row.id, now)) {
    const entry = { ...from, at: now, actor: row.id, action: "authenticate", result: closed } as const;
    await rooms.journal.record({ ...entry, billable: false, durationMs: 0 });
  }
  throw new AppError(closed);
}

function findReasonClosed(key: KeyRow, now: number, ip: string | undefined) {
  if (key.revokedAt !== null && !isInGrace(key, now)) return "revoked_key";
  if (key.expiresAt !== null && key.expiresAt <= now) return "expired_key";
  return isAllowedFrom(key.ipAllowList, ip) ? null : "ip_not_allowed";
}
