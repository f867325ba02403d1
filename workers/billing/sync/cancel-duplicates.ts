import type Stripe from "stripe";
import type { BillingContext } from "../billing-context.ts";
import { findOrNull } from "../setup/find-or-null.ts";
import type { StripeState } from "./read-customer.ts";
import { recordDuplicate } from "./record-findings.ts";
import { findLive, isLive } from "./to-billing-state.ts";
import { toSubscriptionState } from "./to-subscription-state.ts";

/**
 * Two tabs may have paid for two subscriptions. The newer one ends at once, and the time that was paid for is credited to
 * the customer, whose next invoice it pays. Says whether there was one.
 */
export async function cancelDuplicates(
  ctx: BillingContext,
  stripe: Stripe,
  { subscriptions }: StripeState,
): Promise<boolean> {
  const live = subscriptions.flatMap((found) => toSubscriptionState(found) ?? []).filter(isLive);
  const kept = findLive(live);
  const surplus = live.filter((state) => state !== kept);
  for (const { columns, plan } of surplus) {
    const { subscriptionId: id, subscriptionStatus, quantity } = columns;
    // What was not paid for is not given back.
    const isPaid = subscriptionStatus === "active" || subscriptionStatus === "trialing";
    const canceling = stripe.subscriptions.cancel(
      id,
      { prorate: isPaid, invoice_now: isPaid },
      { idempotencyKey: `duplicate:${id}` },
    );
    // Null: another reading that ran beside has canceled it.
    await findOrNull(canceling);
    await recordDuplicate(ctx, { id, plan, quantity, keptId: kept?.columns.subscriptionId ?? "none" });
  }
  return surplus.length > 0;
}
