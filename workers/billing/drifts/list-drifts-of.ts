import { and, desc, eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingDrifts } from "#directory/schema/index.ts";
import type { BillingContext } from "../billing-context.ts";
import { type Drift, type DriftFilter, toConditions } from "./drift.ts";

/** Where Stripe, Hostaway and we did not agree about one organization, newest first. */
export async function listDriftsOf(
  { env, id }: Pick<BillingContext, "env" | "id">,
  filter: DriftFilter,
): Promise<Drift[]> {
  return forOrganization(env.DB, id)
    .orm.select()
    .from(billingDrifts)
    .where(and(eq(billingDrifts.organizationId, id), ...toConditions(filter)))
    .orderBy(desc(billingDrifts.at), desc(billingDrifts.id))
    .limit(filter.limit);
}
