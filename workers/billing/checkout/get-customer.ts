import { and, eq, isNull, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import type { BillingContext } from "../billing-context.ts";
import { toProfile } from "../profile/billing-profile.ts";
import { findContact } from "../profile/find-contact.ts";
import { writeToCustomer } from "../profile/write-to-customer.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";

/** For a day Stripe repeats its answer to an idempotency key, also where the customer was deleted since. */
const ATTEMPTS = 10;

/** The organization's one customer at Stripe: made when it is first needed, and anew where it was deleted there. */
export async function getCustomer(
  ctx: BillingContext,
  stripe: Stripe,
  account: BillingAccount,
): Promise<string> {
  if (account.customerId !== null) return account.customerId;
  const contact = await findContact(ctx);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { id } = await stripe.customers.create(
      { metadata: { organization: ctx.id } },
      { idempotencyKey: `customer:${ctx.id}:${attempt}` },
    );
    if (!(await writeToCustomer(stripe, id, toProfile(account), contact))) continue;
    await adopt(ctx, id);
    return id;
  }
  throw new Error("Stripe keeps answering with customers that were deleted.");
}

/** Takes a ticket along: a reading that began without a customer must not write over it. */
async function adopt({ env, id }: BillingContext, customerId: string): Promise<void> {
  const next = sql`${billingAccounts.ticket} + 1`;
  await forOrganization(env.DB, id)
    .orm.update(billingAccounts)
    .set({ customerId, ticket: next, syncedTicket: next })
    .where(and(eq(billingAccounts.organizationId, id), isNull(billingAccounts.customerId)));
}
