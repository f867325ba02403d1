import { forOrganization } from "#directory/directory.ts";
import { billingDrifts } from "#directory/schema/index.ts";
import type { BillingContext } from "../billing-context.ts";
import type { Synced } from "./sync-customer.ts";

type Drift = Pick<
  typeof billingDrifts.$inferInsert,
  "id" | "kind" | "expected" | "found" | "cause" | "repairedAt"
>;

/** Written once under its id, however often it is found. */
export async function recordDrift({ env, id, now }: BillingContext, drift: Drift): Promise<void> {
  await forOrganization(env.DB, id)
    .orm.insert(billingDrifts)
    .values({ ...drift, organizationId: id, at: Math.floor(now) })
    .onConflictDoNothing();
}

/** What nobody who uses Latchkey can have done: somebody did it in Stripe itself. */
export async function recordFindings(ctx: BillingContext, { before, stripe }: Synced): Promise<void> {
  const customer = before.customerId;
  if (customer !== null && stripe.customer === null) {
    await recordDrift(ctx, {
      id: `customer:${customer}`,
      kind: "customer",
      expected: customer,
      found: "deleted",
      cause: "The customer was deleted in Stripe. The next purchase makes a new one.",
      repairedAt: Math.floor(ctx.now),
    });
  }
  for (const { id, currency } of stripe.subscriptions) {
    if (currency === "usd") continue;
    await recordDrift(ctx, {
      id: `currency:${id}`,
      kind: "state",
      expected: "usd",
      found: currency,
      cause: `The subscription ${id} was made in another currency than the plans are sold in.`,
    });
  }
}
