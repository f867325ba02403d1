import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getLiveSubscription } from "../live-subscription.ts";
import { withOperation } from "../operation.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { isEnding } from "./cancel.ts";

/** Takes back a cancellation that has not come into effect. Stripe has two ways to plan one, and takes one of them at a time. */
export async function reactivate(ctx: BillingContext): Promise<void> {
  const stripe = createStripe(ctx.env);
  await withOperation(ctx, "reactivate", async () => {
    const subscription = getLiveSubscription(await syncCustomer(ctx));
    if (!isEnding(subscription)) throw new AppError("conflict", "The subscription goes on: nothing ends it.");
    const goesOn = subscription.cancel_at_period_end
      ? ({ cancel_at_period_end: false } as const)
      : ({ cancel_at: "" } as const);
    await stripe.subscriptions.update(subscription.id, goesOn);
    await syncCustomer(ctx);
  });
}
