import { runInDurableObject } from "cloudflare:test";
import { z } from "zod";
import { restart, type TestOrganization } from "./organization.ts";

type Row = Record<string, SqlStorageValue>;

interface Backup {
  schema: string[];
  rows: { table: string; row: Row }[];
}

const Schema = z.array(z.object({ type: z.string(), name: z.string(), sql: z.string() }));

/** The object's whole database: how it is made, and every row. */
export function takeBackup({ object }: TestOrganization): Promise<Backup> {
  return runInDurableObject(object, (_, { storage: { sql } }) => {
    const all = sql.exec(
      "select type, name, sql from sqlite_master where sql is not null and name not glob '_cf*' and name not glob 'sqlite_*'",
    );
    const schema = Schema.parse(all.toArray());
    const tables = schema.filter(({ type }) => type === "table").map(({ name }) => name);
    return {
      schema: schema.map((made) => made.sql),
      rows: tables.flatMap((table) =>
        sql
          .exec<Row>(`select * from "${table}"`)
          .toArray()
          .map((row) => ({ table, row })),
      ),
    };
  });
}

/** Writes it over whatever is there, and wakes the object anew. */
export async function restoreBackup(organization: TestOrganization, { schema, rows }: Backup): Promise<void> {
  await runInDurableObject(organization.object, async (_, { storage }) => {
    await storage.deleteAll();
    for (const statement of schema) storage.sql.exec(statement);
    for (const { table, row } of rows) {
      const places = Object.keys(row).map(() => "?");
      storage.sql.exec(`insert into "${table}" values (${places.join(", ")})`, ...Object.values(row));
    }
    await storage.sync();
  });
  await restart(organization);
}
