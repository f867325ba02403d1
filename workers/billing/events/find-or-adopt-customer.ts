import { and, eq, isNull } from "drizzle-orm";
import { findBilledOrganization } from "#directory/billing/find-billed-organization.ts";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import type { Env } from "#env.ts";
import { OrgId } from "#ids.ts";
import { createStripe } from "../create-stripe.ts";
import { findOrNull } from "../setup/find-or-null.ts";

/**
 * Whose customer it is. One that Stripe tells of before the call that made it has returned, or that a crash kept from being
 * written down, says it itself: then it becomes the organization's, unless that has another.
 */
export async function findOrAdoptCustomer(env: Env, customerId: string): Promise<OrgId | null> {
  const known = await findBilledOrganization(env.DB, customerId);
  if (known !== null) return known;
  const customer = await findOrNull(createStripe(env).customers.retrieve(customerId));
  if (customer === null || customer.deleted) return null;
  const named = OrgId.safeParse(customer.metadata.organization);
  if (!named.success) return null;
  const id = named.data;
  await forOrganization(env.DB, id)
    .orm.update(billingAccounts)
    .set({ customerId })
    .where(and(eq(billingAccounts.organizationId, id), isNull(billingAccounts.customerId)));
  return findBilledOrganization(env.DB, customerId);
}
