import { and, eq, lte, sql } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts, organizations } from "../schema/index.ts";

/** Organizations whose billing time alone has something to say to; at most `limit`, in no order: one that fails keeps no other waiting. */
export async function listDueAccounts(
  db: D1Database,
  { now, limit }: { now: number; limit: number },
): Promise<OrgId[]> {
  const { organizationId: id, dueAt } = billingAccounts;
  const rows = await acrossOrganizations(db, "billing accounts that time changes")
    .select({ id })
    .from(billingAccounts)
    .innerJoin(organizations, eq(organizations.id, id))
    .where(and(lte(dueAt, now), eq(organizations.state, "active")))
    .orderBy(sql`random()`)
    .limit(limit);
  return rows.map((row) => row.id);
}
