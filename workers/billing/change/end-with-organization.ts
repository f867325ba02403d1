import { getConfig } from "#env.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getAccount } from "../get-account.ts";
import { isSubscribed } from "../live-subscription.ts";
import { findOrNull } from "../setup/find-or-null.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { cancel, isEnding } from "./cancel.ts";
import { reactivate } from "./reactivate.ts";

/** Says why in Stripe, so that a restored organization takes back this cancellation and no other. */
const CLOSED = "The organization was closed.";

/** Of an organization that is being deleted: what is paid for is used up, and nothing is charged any more. */
export async function stopRenewal(ctx: BillingContext): Promise<void> {
  const subscription = await findLive(ctx);
  if (subscription === undefined || isEnding(subscription)) return;
  await cancel(ctx, { when: "period_end", feedback: CLOSED });
}

/** Of one that is restored in time: its subscription goes on, if it was the closing that ended it. */
export async function goOnRenewing(ctx: BillingContext): Promise<void> {
  const subscription = await findLive(ctx);
  const wasClosed = subscription?.cancellation_details?.comment === CLOSED;
  if (subscription !== undefined && wasClosed && isEnding(subscription)) await reactivate(ctx);
}

/** Before an organization goes for good. Its object may be gone already, so nothing is written down here. */
export async function endSubscriptions({ env, id }: Pick<BillingContext, "env" | "id">): Promise<void> {
  const { customerId } = await getAccount({ env, id });
  if (getConfig(env).stripe === null || customerId === null) return;
  const stripe = createStripe(env);
  const listing = stripe.subscriptions.list({ customer: customerId, limit: 100, expand: ["data.schedule"] });
  for (const { id, schedule } of (await findOrNull(listing))?.data ?? []) {
    // Whoever made it: nothing is to begin again.
    if (schedule !== null && typeof schedule !== "string" && schedule.status === "active") {
      await stripe.subscriptionSchedules.release(schedule.id);
    }
    await findOrNull(stripe.subscriptions.cancel(id));
  }
}

/** Nobody is asked where nobody is billed. */
async function findLive(ctx: BillingContext) {
  if (getConfig(ctx.env).stripe === null) return;
  if (!isSubscribed(await getAccount(ctx))) return;
  const { after, stripe } = await syncCustomer(ctx);
  return isSubscribed(after) ? stripe.subscriptions.find(({ id }) => id === after.subscriptionId) : undefined;
}
