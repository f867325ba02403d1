import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { organizationRollups, organizations } from "../schema/index.ts";

/** Those that were never rolled up first, then those that have waited longest. */
export async function listDueRollups(
  db: D1Database,
  { now, limit }: { now: number; limit: number },
): Promise<OrgId[]> {
  const { organizationId, nextAt } = organizationRollups;
  const rows = await acrossOrganizations(db, "organizations to roll up")
    .select({ id: organizations.id })
    .from(organizations)
    .leftJoin(organizationRollups, eq(organizationId, organizations.id))
    .where(and(eq(organizations.state, "active"), or(isNull(nextAt), lte(nextAt, now))))
    .orderBy(asc(nextAt), asc(organizations.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
