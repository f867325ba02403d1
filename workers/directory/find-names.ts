import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { users } from "./schema/index.ts";

/** What people are called, by id. Ask about those only whom an organization's own rows name: they may have left it. */
export async function findNames(
  db: D1Database,
  userIds: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> {
  // One parameter, however many they are: D1 takes a hundred.
  const isAsked = sql`${users.id} in (select value from json_each(${JSON.stringify(userIds)}))`;
  const rows = await drizzle(db).select({ id: users.id, name: users.name }).from(users).where(isAsked);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
