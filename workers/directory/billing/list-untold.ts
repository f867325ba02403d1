import { and, isNull, lt, sql } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingChanges } from "../schema/index.ts";

/** Organizations with a change of their billing from before `before` that nobody was told of; at most `limit`, in no order. */
export async function listUntold(
  db: D1Database,
  { before, limit }: { before: number; limit: number },
): Promise<OrgId[]> {
  const rows = await acrossOrganizations(db, "billing changes that nobody was told of")
    .selectDistinct({ id: billingChanges.organizationId })
    .from(billingChanges)
    .where(and(isNull(billingChanges.announcedAt), lt(billingChanges.at, before)))
    .orderBy(sql`random()`)
    .limit(limit);
  return rows.map(({ id }) => id);
}
