import { and, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts } from "../schema/index.ts";

/** Customers of Stripe that were not read since then; at most `limit`, in no order: one that cannot be read keeps no other waiting. */
export async function listUnreadAccounts(
  db: D1Database,
  { readBefore, limit }: { readBefore: number; limit: number },
): Promise<OrgId[]> {
  const { organizationId: id, customerId, syncedAt } = billingAccounts;
  const rows = await acrossOrganizations(db, "billing accounts to compare with Stripe")
    .select({ id })
    .from(billingAccounts)
    .where(and(isNotNull(customerId), or(isNull(syncedAt), lte(syncedAt, readBefore))))
    .orderBy(sql`random()`)
    .limit(limit);
  return rows.map((row) => row.id);
}
