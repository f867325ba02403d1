import { eq } from "drizzle-orm";
import type { DrizzleSqliteDODatabase } from "drizzle-orm/durable-sqlite";
import type { KeyId } from "#ids.ts";
import { apiKeys } from "../schema/index.ts";

export type KeyRow = typeof apiKeys.$inferSelect;

/** The organization's keys: all of them in memory, found by hash, written through. */
export class KeyTable {
  readonly #orm: DrizzleSqliteDODatabase;
  readonly #byHash = new Map<string, KeyRow>();

  constructor(orm: DrizzleSqliteDODatabase) {
    this.#orm = orm;
    for (const row of orm.select().from(apiKeys).all()) this.#byHash.set(row.hash, row);
  }

  findByHash(hash: string): KeyRow | null {
    return this.#byHash.get(hash) ?? null;
  }

  /** Revoked ones too. */
  find(id: KeyId): KeyRow | null {
    return [...this.#byHash.values()].find((key) => key.id === id) ?? null;
  }

  findActive(id: KeyId): KeyRow | null {
    const key = this.find(id);
    return key?.revokedAt === null ? key : null;
  }

  /** Oldest first. Expired keys are still listed, and still take up a place, until they are deleted. */
  listActive(): KeyRow[] {
    return this.#list((key) => key.revokedAt === null);
  }

  /** The active keys, and those that were replaced and are in their grace; oldest first. */
  listOpen(now: number): KeyRow[] {
    return this.#list((key) => key.revokedAt === null || isInGrace(key, now));
  }

  /** Every key there ever was, oldest first. */
  listAll(): KeyRow[] {
    return this.#list(() => true);
  }

  insert(row: KeyRow): void {
    this.#orm.insert(apiKeys).values(row).run();
    this.#byHash.set(row.hash, row);
  }

  update(key: KeyRow, change: Partial<KeyRow>): void {
    this.#orm.update(apiKeys).set(change).where(eq(apiKeys.id, key.id)).run();
    Object.assign(key, change);
  }

  /** Closes a key at once, and the one that it replaced if that is still in its grace. */
  revoke(key: KeyRow, now: number): void {
    this.update(key, { revokedAt: key.revokedAt ?? now, graceUntil: null });
    this.#endGraceBefore(key, now);
  }

  /** The older of the two works until `graceUntil`. Only one at a time: whatever it replaced itself is closed now. */
  replace(key: KeyRow, by: KeyId, now: number, graceUntil: number | null): void {
    this.update(key, { revokedAt: now, replacedBy: by, graceUntil });
    this.#endGraceBefore(key, now);
  }

  #endGraceBefore({ id }: KeyRow, now: number): void {
    const older = this.listOpen(now).find((key) => key.replacedBy === id);
    if (older !== undefined) this.update(older, { graceUntil: null });
  }

  #list(isWanted: (key: KeyRow) => boolean): KeyRow[] {
    return [...this.#byHash.values()]
      .filter(isWanted)
      .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
  }
}

export function isInGrace({ graceUntil }: Pick<KeyRow, "graceUntil">, now: number): boolean {
  return graceUntil !== null && now < graceUntil;
}
