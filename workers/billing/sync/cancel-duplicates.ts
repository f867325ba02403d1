import type Stripe from "stripe";
import type { BillingContext } from "../billing-context.ts";
import { findOrNull } from "../setup/find-or-null.ts";
import type { StripeState } from "./read-customer.ts";
import { recordDrift } from "./record-findings.ts";
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
  for (const { columns } of surplus) {
    const { subscriptionId: id, subscriptionStatus } = columns;
    // Before it is canceled: whoever finds it canceled knows why.
    await recordDrift(ctx, {
      id: toDuplicateId(id),
      kind: "duplicate_subscription",
      expected: kept?.columns.subscriptionId ?? "none",
      found: id,
      cause: "Two subscriptions were paid for. The newer one is canceled, and its unused time credited.",
    });
    // What was not paid for is not given back.
    const isPaid = subscriptionStatus === "active" || subscriptionStatus === "trialing";
    const canceling = stripe.subscriptions.cancel(
      id,
      { prorate: isPaid, invoice_now: isPaid },
      { idempotencyKey: `duplicate:${id}` },
    );
    // Null: another reading that ran beside has canceled it.
    await findOrNull(canceling);
  }
  return surplus.length > 0;
}

/** Under which the difference is kept. */
export const toDuplicateId = (subscriptionId: string) => `duplicate:${subscriptionId}`;
