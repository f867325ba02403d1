import Stripe from "stripe";
import { getPriceIds } from "../get-price-ids.ts";
import { Choice } from "../paid-plan.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import type { Upgrade } from "./preview-upgrade.ts";
import { releaseSchedule } from "./release-schedule.ts";
import { scheduleChange } from "./schedule-change.ts";
import { upgrade } from "./upgrade.ts";

const { StripeCardError, StripeInvalidRequestError } = Stripe.errors;

/** Upgrades instead of the change that waits for the period's end. Where Stripe refuses, that one waits again. */
export async function upgradeInstead(
  stripe: Stripe,
  planned: Upgrade,
  account: BillingAccount,
): Promise<Stripe.Invoice | null> {
  const { subscription } = planned;
  await releaseSchedule(stripe, subscription);
  try {
    return await upgrade(stripe, planned);
  } catch (thrown) {
    // After any other failure it may have been made all the same.
    const isRefused = thrown instanceof StripeCardError || thrown instanceof StripeInvalidRequestError;
    const former = Choice.safeParse({ plan: account.nextPlan, interval: account.nextInterval });
    if (isRefused && former.success) {
      const priceOf = await getPriceIds(stripe);
      const free = { ...subscription, schedule: null };
      await scheduleChange(stripe, { subscription: free, account, choice: former.data, priceOf });
    }
    throw thrown;
  }
}
