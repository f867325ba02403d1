import { asc, eq } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { ClientConfigurationId, KeyId } from "#ids.ts";
import type { Database } from "../rooms.ts";
import { clientConfigurations } from "../schema/index.ts";

export type ClientRow = typeof clientConfigurations.$inferSelect;

/** The organization's client configurations. No call reads them, so that none is kept in memory. */
export class ClientTable {
  readonly #orm: Database;

  constructor(orm: Database) {
    this.#orm = orm;
  }

  /** Oldest first. */
  list(): ClientRow[] {
    const { createdAt, id } = clientConfigurations;
    return this.#orm.select().from(clientConfigurations).orderBy(asc(createdAt), asc(id)).all();
  }

  get(id: ClientConfigurationId): ClientRow {
    const row = this.#orm.select().from(clientConfigurations).where(eq(clientConfigurations.id, id)).get();
    if (row !== undefined) return row;
    throw new AppError("not_found", `This organization has no client configuration ${id}.`);
  }

  insert(row: ClientRow): void {
    this.#orm.insert(clientConfigurations).values(row).run();
  }

  update(row: ClientRow): void {
    this.#orm.update(clientConfigurations).set(row).where(eq(clientConfigurations.id, row.id)).run();
  }

  remove(id: ClientConfigurationId): void {
    this.#orm.delete(clientConfigurations).where(eq(clientConfigurations.id, id)).run();
  }

  /** Whatever is set up with one key is set up with the other from now on. */
  moveToKey(from: KeyId, to: KeyId): void {
    this.#orm.update(clientConfigurations).set({ key: to }).where(eq(clientConfigurations.key, from)).run();
  }
}
