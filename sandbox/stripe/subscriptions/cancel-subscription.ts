import type { Context } from "../core/context.ts";
import { noSuch } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { isPaymentUnderWay } from "../invoices/payments-of.ts";
import { dropProrations } from "../invoices/pending-items.ts";
import { voidInvoice } from "../invoices/void-invoice.ts";
import { toCancellationDetails } from "./apply-fields.ts";
import { billCharges, leavePending } from "./bill-subscription.ts";
import { chargeUsage } from "./charge-usage.ts";
import { endSubscription } from "./end-subscription.ts";
import { creditItem } from "./prorations.ts";
import { hasEnded } from "./statuses.ts";
import type { CancellationDetails } from "./subscription-params.ts";
import { updateSubscription } from "./update-subscription.ts";

export interface Cancellation {
  cancellation_details?: CancellationDetails;
  /** Makes a last invoice of what waits and what was used. */
  invoice_now?: boolean;
  /** Gives back what was paid for the time that is left. */
  prorate?: boolean;
}

/** Ends a subscription at once. */
export function cancelSubscription(ctx: Context, id: string, cancellation: Cancellation = {}): Subscription {
  const found = ctx.db.subscriptions.get(id);
  if (hasEnded(found)) throw noSuch("subscription", id);
  const { invoice_now = false, prorate = false, cancellation_details } = cancellation;
  const now = ctx.now(found.customer);
  const before = { ...found, cancellation_details: toCancellationDetails(found, cancellation_details) };
  const { debits } = ctx.db.subscriptionRecords.get(id);
  const items = found.items.data;
  const credits = prorate ? items.flatMap((item) => creditItem(ctx, item, debits, now)) : [];
  if (found.status === "incomplete") voidFirstInvoice(ctx, found);
  else if (invoice_now)
    return endWithInvoice(ctx, before, [...chargeUsage(ctx, found, items, now), ...credits]);
  else if (prorate) leavePending(ctx, found, credits, now);
  else dropProrations(ctx, { customer: found.customer, subscription: id });
  return endSubscription(ctx, before, { reason: "cancellation_requested" });
}

function endWithInvoice(
  ctx: Context,
  before: Subscription,
  charges: Parameters<typeof billCharges>[2],
): Subscription {
  const { invoice } = billCharges(ctx, before, charges, {
    reason: "subscription_update",
    sweepPending: true,
    finalize: before.collection_method === "send_invoice" ? "later" : "now",
    pay: "attempt",
    offSession: true,
  });
  return endSubscription(
    ctx,
    { ...before, latest_invoice: invoice.id },
    { reason: "cancellation_requested" },
  );
}

/** Unless a bank debit is under way: that cannot be called back. */
function voidFirstInvoice(ctx: Context, { latest_invoice }: Subscription): void {
  if (!latest_invoice || isPaymentUnderWay(ctx.db, latest_invoice)) return;
  if (ctx.db.invoices.get(latest_invoice).status === "open") voidInvoice(ctx, latest_invoice);
}

/** As the portal does it: at the end of what is paid for, by the date and not by the switch. */
export const cancelAsPortal = (
  ctx: Context,
  id: string,
  cancellation_details?: CancellationDetails,
): Subscription => updateSubscription(ctx, id, { cancel_at: "max_period_end", cancellation_details });
