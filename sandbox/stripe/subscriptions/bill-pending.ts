import type { Context } from "../core/context.ts";
import { onlyOf, pendingItemsOf } from "../invoices/pending-items.ts";
import { addInterval } from "./add-interval.ts";
import { billCharges } from "./bill-subscription.ts";
import { changeSubscription } from "./save-subscription.ts";
import { hasEnded } from "./statuses.ts";

/** Bills what waits, for a subscription that does not leave it for its renewal. */
export function billPending(ctx: Context, id: string): void {
  const subscription = ctx.db.subscriptions.find(id);
  const { pending_invoice_item_interval: interval, next_pending_invoice_item_invoice: at } =
    subscription ?? {};
  if (!subscription || !interval || !at || hasEnded(subscription)) return;
  const changes = { next_pending_invoice_item_invoice: addInterval(at, interval) };
  if (pendingItemsOf(ctx, onlyOf(subscription.customer, id)).length === 0) {
    changeSubscription(ctx, id, changes);
    return;
  }
  const { invoice } = billCharges(ctx, subscription, [], {
    reason: "automatic_pending_invoice_item_invoice",
    sweepPending: true,
    finalize: "later",
    pay: "attempt",
    offSession: true,
  });
  changeSubscription(ctx, id, { ...changes, latest_invoice: invoice.id });
}
