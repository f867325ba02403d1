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

  findActive(id: KeyId): KeyRow | null {
    return this.listActive().find((key) => key.id === id) ?? null;
  }

  /** Oldest first. Expired keys are still listed, and still take up a place, until they are deleted. */
  listActive(): KeyRow[] {
    return [...this.#byHash.values()]
      .filter((key) => key.revokedAt === null)
      .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
  }

  insert(row: KeyRow): void {
    this.#orm.insert(apiKeys).values(row).run();
    this.#byHash.set(row.hash, row);
  }

  revoke(key: KeyRow, now: number): void {
    this.#orm.update(apiKeys).set({ revokedAt: now }).where(eq(apiKeys.id, key.id)).run();
    key.revokedAt = now;
  }
}
