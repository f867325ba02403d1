import { and, desc, eq, lt, or } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { z } from "zod";
import { readPageCursor, toPage } from "#lib/page-cursor.ts";
import { operatorLooks } from "../schema/index.ts";

export const ListLooks = z.object({
  /** Those at one organization, event or mail. */
  target: z.string().max(200).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListLooks = z.infer<typeof ListLooks>;

/** What operators looked at and did, the latest first. */
export async function listLooks(db: D1Database, { target, cursor, limit }: ListLooks) {
  const { at, id } = operatorLooks;
  const after = cursor === undefined ? undefined : readPageCursor(cursor);
  const rows = await drizzle(db)
    .select()
    .from(operatorLooks)
    .where(
      and(
        target === undefined ? undefined : eq(operatorLooks.target, target),
        after && or(lt(at, after.at), and(eq(at, after.at), lt(id, after.id))),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit + 1);
  const { page, nextCursor } = toPage(rows, limit, (row) => row);
  return { looks: page, nextCursor };
}
