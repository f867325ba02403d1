import { and, asc, eq, lte } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts, organizations } from "../schema/index.ts";

/** An organization whose listings are due to be counted, and since when. */
export interface DueCount {
  id: OrgId;
  dueAt: number;
}

/** Those that have waited longest. */
export async function listDueCounts(
  db: D1Database,
  { now, limit }: { now: number; limit: number },
): Promise<DueCount[]> {
  const { organizationId: id, nextListingSyncAt } = billingAccounts;
  const rows = await acrossOrganizations(db, "listings that are due to be counted")
    .select({ id, dueAt: nextListingSyncAt })
    .from(billingAccounts)
    .innerJoin(organizations, eq(organizations.id, id))
    .where(and(lte(nextListingSyncAt, now), eq(organizations.state, "active")))
    .orderBy(asc(nextListingSyncAt))
    .limit(limit);
  return rows.flatMap(({ dueAt, ...row }) => (dueAt === null ? [] : [{ ...row, dueAt }]));
}
