import { eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getAccount } from "../get-account.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { toBillingError } from "../to-billing-error.ts";
import { type BillingProfile, ChangeProfile, toColumns, toProfile } from "./billing-profile.ts";
import { findContact } from "./find-contact.ts";
import { writeToCustomer } from "./write-to-customer.ts";

/** Stripe first, which knows what a tax number looks like; what it refuses is not kept. */
export async function changeProfile(ctx: BillingContext, input: ChangeProfile): Promise<BillingProfile> {
  const change = parseInput(ChangeProfile, input);
  const stripe = createStripe(ctx.env);
  const account = await getAccount(ctx);
  const profile = { ...toProfile(account), ...change };
  try {
    const { customerId } = account;
    const isThere =
      customerId === null || (await writeToCustomer(stripe, customerId, profile, await findContact(ctx)));
    await forOrganization(ctx.env.DB, ctx.id)
      .orm.update(billingAccounts)
      .set(toColumns(profile))
      .where(eq(billingAccounts.organizationId, ctx.id));
    // It was deleted at Stripe: the next one is made with what is kept here.
    if (!isThere) await syncCustomer(ctx);
  } catch (thrown) {
    throw toBillingError(thrown);
  }
  return profile;
}
