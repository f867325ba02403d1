import { eq } from "drizzle-orm";
import type { OrgId } from "#ids.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { billingAccounts } from "../schema/index.ts";

/** Whose customer in Stripe it is; null for nobody's. */
export async function findBilledOrganization(db: D1Database, customerId: string): Promise<OrgId | null> {
  const { organizationId: id } = billingAccounts;
  const row = await acrossOrganizations(db, "the organization of a customer in Stripe")
    .select({ id })
    .from(billingAccounts)
    .where(eq(billingAccounts.customerId, customerId))
    .get();
  return row?.id ?? null;
}
