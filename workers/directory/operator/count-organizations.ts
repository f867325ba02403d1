import { eq, gte, max, ne, sql, sum } from "drizzle-orm";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts, organizationRollups, organizations, usageRollups } from "../schema/index.ts";
import { consoleStatus, toFirstDay } from "./console-status.ts";

const MONTH_MS = 30 * 86_400_000;

/** All organizations in figures. Calls are those that were rolled up. */
export async function countOrganizations(db: D1Database, now: number) {
  const orm = acrossOrganizations(db, "the operator's console");
  const [byStatus, [calls], [rolledUp]] = await orm.batch([
    orm
      .select({
        status: consoleStatus.as("status"),
        organizations: sql<number>`count(*)`,
        created: sql<number>`count(*) filter (where ${gte(organizations.createdAt, new Date(now - MONTH_MS))})`,
        mrr: sql<number>`coalesce(sum(${billingAccounts.mrr}), 0)`,
        listings: sql<number>`coalesce(sum(${billingAccounts.listings}), 0)`,
      })
      .from(organizations)
      .leftJoin(billingAccounts, eq(billingAccounts.organizationId, organizations.id))
      .where(ne(organizations.state, "gone"))
      .groupBy(sql`status`),
    orm
      .select({
        calls: sum(usageRollups.calls).mapWith(Number),
        billable: sum(usageRollups.billable).mapWith(Number),
        errors: sum(usageRollups.errors).mapWith(Number),
      })
      .from(usageRollups)
      .where(gte(usageRollups.day, toFirstDay(now))),
    orm.select({ at: max(organizationRollups.rolledUpAt) }).from(organizationRollups),
  ]);
  return { byStatus, calls, rolledUpAt: rolledUp?.at ?? null };
}
