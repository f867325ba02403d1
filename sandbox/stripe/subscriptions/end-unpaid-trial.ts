import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { findPaymentMethod } from "../payments/find-payment-method.ts";
import { endSubscription } from "./end-subscription.ts";
import { pauseBecause } from "./pause-because.ts";

/** Cancels or pauses, as its settings say, what nobody can be charged for after the trial; null if it goes on. */
export function endUnpaidTrial(ctx: Context, subscription: Subscription): Subscription | null {
  const { customer, collection_method, trial_settings } = subscription;
  const isPayable =
    collection_method === "send_invoice" || findPaymentMethod(ctx, { customer, subscription }) !== null;
  const otherwise = trial_settings?.end_behavior.missing_payment_method ?? "create_invoice";
  if (isPayable || otherwise === "create_invoice") return null;
  if (otherwise === "cancel") return endSubscription(ctx, subscription, { reason: "cancellation_requested" });
  return pauseBecause(ctx, subscription, "trial_end_without_payment_method");
}
