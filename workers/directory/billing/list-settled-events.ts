import { and, inArray } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { billingEvents } from "../schema/index.ts";

/** Of these events, those that are done with. */
export async function listSettledEvents(db: D1Database, ids: string[]): Promise<Set<string>> {
  const { id, state } = billingEvents;
  const rows = await drizzle(db)
    .select({ id })
    .from(billingEvents)
    .where(and(inArray(id, ids), inArray(state, ["completed", "ignored"])));
  return new Set(rows.map((row) => row.id));
}
