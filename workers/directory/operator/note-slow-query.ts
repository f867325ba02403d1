import { drizzle } from "drizzle-orm/d1";
import { slowQueries } from "../schema/index.ts";

const LONGEST = 300;

export async function noteSlowQuery(
  db: D1Database,
  { statement, durationMs, at }: { statement: string; durationMs: number; at: number },
): Promise<void> {
  const row = { id: crypto.randomUUID(), at, durationMs, statement: statement.slice(0, LONGEST) };
  await drizzle(db).insert(slowQueries).values(row);
}
