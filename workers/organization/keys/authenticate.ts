import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import { hashKey } from "./key-format.ts";
import type { KeyRow } from "./key-table.ts";
import type { Scope } from "./scope.ts";

/** Who is calling, as far as the object has verified it. */
export interface Caller {
  key: KeyId;
  scopes: readonly Scope[];
}

export interface Presented {
  key: string;
  surface: "mcp" | "rest";
  ip?: string;
  userAgent?: string;
}

/**
 * The proof: compares the hash of the whole key with the keys of this organization. A key of ours that is closed leaves
 * an audit row, once in ten seconds; a stranger's leaves none.
 */
export async function authenticate(rooms: Rooms, { key, ...from }: Presented): Promise<Caller> {
  const row = rooms.keys.findByHash(hashKey(key));
  if (row === null) throw new AppError("invalid_key");
  const now = rooms.ports.clock.now();
  const closed = findReasonClosed(row, now);
  if (closed === null) return { key: row.id, scopes: row.scopes };
  if (rooms.limiter.isFirstRefusal(row.id, now)) {
    const entry = { ...from, at: now, actor: row.id, action: "authenticate", result: closed } as const;
    await rooms.journal.record({ ...entry, billable: false, durationMs: 0 });
  }
  throw new AppError(closed);
}

function findReasonClosed({ expiresAt, revokedAt }: KeyRow, now: number) {
  if (revokedAt !== null) return "revoked_key";
  return expiresAt !== null && expiresAt <= now ? "expired_key" : null;
}

export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.scopes.includes(scope)) return;
  throw new AppError("insufficient_scope", `This key lacks the scope "${scope}".`);
}
