import { z } from "zod";
import type { OrgId } from "#ids.ts";
import { database } from "./database.ts";

const Tables = z.array(z.object({ name: z.string() }));

/** Every row of the Directory that names this organization, by table. */
export async function listRowsOf(id: OrgId): Promise<Record<string, string[]>> {
  const { results } = await database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not glob '_cf*' and name not glob 'd1_*'",
    )
    .all();
  const found: Record<string, string[]> = {};
  for (const { name } of Tables.parse(results)) {
    const rows = (await database.prepare(`select * from "${name}"`).all()).results.map((row) =>
      JSON.stringify(row),
    );
    const own = rows.filter((row) => row.includes(id));
    if (own.length > 0) found[name] = own;
  }
  return found;
}

interface NewUser {
  organizationName?: string;
  isVerified?: boolean;
}

/** Somebody without a browser. */
export async function createUser({ organizationName, isVerified = true }: NewUser = {}) {
  const id = crypto.randomUUID();
  const email = `${id}@example.com`;
  await database
    .prepare(
      `insert into users (id, name, email, email_verified, organization_name, created_at, updated_at)
     values (?1, 'Ann Example', ?2, ?3, ?4, 0, 0)`,
    )
    .bind(id, email, isVerified ? 1 : 0, organizationName ?? null)
    .run();
  return { id, email };
}
