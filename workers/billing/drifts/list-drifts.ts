import { and, desc } from "drizzle-orm";
import { acrossOrganizations } from "#directory/across-organizations.ts";
import { billingDrifts } from "#directory/schema/index.ts";
import { type Drift, type DriftFilter, toConditions } from "./drift.ts";

/** The same of all organizations, for the operator. */
export async function listDrifts(db: D1Database, filter: DriftFilter): Promise<Drift[]> {
  return acrossOrganizations(db, "differences in billing")
    .select()
    .from(billingDrifts)
    .where(and(...toConditions(filter)))
    .orderBy(desc(billingDrifts.at), desc(billingDrifts.id))
    .limit(filter.limit);
}
