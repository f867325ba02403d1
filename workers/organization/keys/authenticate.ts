import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
import { hashKey } from "./key-format.ts";
import type { KeyTable } from "./key-table.ts";
import type { Scope } from "./scope.ts";

/** Who is calling, as far as the object has verified it. */
export interface Caller {
  key: KeyId;
  scopes: readonly Scope[];
}

/** The proof: compares the hash of the whole key with the keys of this organization. */
export function authenticate(keys: KeyTable, key: string, now: number): Caller {
  const row = keys.findByHash(hashKey(key));
  if (row === null) throw new AppError("invalid_key");
  if (row.revokedAt !== null) throw new AppError("revoked_key");
  if (row.expiresAt !== null && row.expiresAt <= now) throw new AppError("expired_key");
  return { key: row.id, scopes: row.scopes };
}

export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.scopes.includes(scope)) return;
  throw new AppError("insufficient_scope", `This key lacks the scope "${scope}".`);
}
