import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getLiveSubscription } from "../live-subscription.ts";
import { withOperation } from "../operation.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { releaseSchedule } from "./release-schedule.ts";

/** Takes back a change that waits for the end of the period. */
export async function undoChange(ctx: BillingContext): Promise<void> {
  const stripe = createStripe(ctx.env);
  await withOperation(ctx, "undo_change", async () => {
    const subscription = getLiveSubscription(await syncCustomer(ctx));
    if (!(await releaseSchedule(stripe, subscription))) {
      throw new AppError("conflict", "No change of plan is scheduled.");
    }
    await syncCustomer(ctx);
  });
}
