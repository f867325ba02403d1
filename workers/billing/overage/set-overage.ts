import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getPriceIds } from "../get-price-ids.ts";
import { getLiveSubscription } from "../live-subscription.ts";
import { withOperation } from "../operation.ts";
import { isPlanName } from "../plans.ts";
import { type Synced, syncCustomer } from "../sync/sync-customer.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

export const Overage = z.strictObject({
  /** What happens beyond the quota: calls are refused, or made and billed. */
  mode: z.enum(["refuse", "bill"]),
});
export type Overage = z.infer<typeof Overage>;

/** Lets calls go on beyond the quota, and bills them; or stops that, from the next call on. */
export async function setOverage(ctx: BillingContext, input: Overage): Promise<Overage> {
  const { mode } = parseInput(Overage, input);
  const stripe = createStripe(ctx.env);
  return withOperation(ctx, "overage", async () => {
    const synced = await syncCustomer(ctx);
    const subscription = getLiveSubscription(synced);
    // Nothing is billed for before there is an item to bill it with.
    if (mode === "bill") await addItem(stripe, subscription, synced);
    await forOrganization(ctx.env.DB, ctx.id)
      .orm.update(billingAccounts)
      .set({ overage: mode })
      .where(eq(billingAccounts.organizationId, ctx.id));
    const { after } = await syncCustomer(ctx);
    const { overageItemId, scheduleId } = after;
    if (mode === "refuse" && overageItemId !== null && scheduleId === null && (await isUnused(ctx, after))) {
      await stripe.subscriptionItems.del(overageItemId, { proration_behavior: "none" });
      await syncCustomer(ctx);
    }
    return { mode };
  });
}

async function addItem(
  stripe: Stripe,
  { id, schedule }: Stripe.Subscription,
  { after }: Synced,
): Promise<void> {
  const { overageItemId, plan } = after;
  if (overageItemId !== null || !isPlanName(plan)) return;
  if (schedule !== null) {
    const message = "A change of the plan waits for the end of the period. Take it back first.";
    throw new AppError("conflict", message);
  }
  const priceOf = await getPriceIds(stripe);
  const price = priceOf({ plan, kind: "overage", interval: "month" });
  await stripe.subscriptionItems.create({ subscription: id, price, proration_behavior: "none" });
}

/** An item whose calls are still to be billed stays until they are. Stripe's period begins some hours after our day of it. */
async function isUnused({ env, id }: BillingContext, { periodStart }: BillingAccount): Promise<boolean> {
  const periods = throwReceipt(await getOrganization(env, id).listOverage());
  const since = (periodStart ?? 0) - DAY_MS;
  return periods.every(({ period, calls }) => calls === 0 || period < since);
}
