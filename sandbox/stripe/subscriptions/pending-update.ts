import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import type { Debit } from "../core/records.ts";
import { isPaymentUnderWay } from "../invoices/payments-of.ts";
import { voidInvoice } from "../invoices/void-invoice.ts";
import { saveSubscription } from "./save-subscription.ts";
import { timeToPay } from "./set-tasks.ts";
import { minPeriodEnd, withItems } from "./statuses.ts";

interface HeldUpdate {
  before: Subscription;
  after: Subscription;
  debits: Debit[];
  invoice: string;
  now: number;
}

/** Leaves the subscription as it was until the invoice is paid, for 23 hours or until its next period. */
export function holdUpdate(ctx: Context, { before, after, debits, invoice, now }: HeldUpdate): Subscription {
  ctx.db.subscriptionRecords.change(before.id, { pending: { invoice, subscription: after, debits } });
  const ifNew = <Key extends keyof Subscription>(key: Key) =>
    JSON.stringify(after[key]) === JSON.stringify(before[key]) ? null : after[key];
  const pending_update = {
    billing_cycle_anchor: ifNew("billing_cycle_anchor"),
    cancel_at_period_end: ifNew("cancel_at_period_end"),
    discount: null,
    discounts: ifNew("discounts"),
    expires_at: Math.min(now + timeToPay, minPeriodEnd(before)),
    metadata: ifNew("metadata"),
    subscription_items: after.items.data,
    trial_end: ifNew("trial_end"),
    trial_from_plan: null,
  };
  return saveSubscription(ctx, { ...before, latest_invoice: invoice, pending_update }, before);
}

/** The invoice is paid: what waited for that happens. */
export function applyPendingUpdate(ctx: Context, before: Subscription): void {
  const { id, customer } = before;
  const { pending } = ctx.db.subscriptionRecords.get(id);
  if (!pending) return;
  const isRenewed = minPeriodEnd(before) > minPeriodEnd(pending.subscription);
  ctx.db.subscriptionRecords.change(id, { pending: null, ...(isRenewed ? {} : { debits: pending.debits }) });
  const { cancel_at, cancel_at_period_end, canceled_at, discounts, metadata, status } = pending.subscription;
  const applied = saveSubscription(ctx, {
    ...before,
    ...toPlan(isRenewed ? inPeriodsOf(before, pending.subscription) : pending.subscription),
    ...{ cancel_at, cancel_at_period_end, canceled_at, discounts, metadata, status },
    pending_update: null,
  });
  ctx.emit("customer.subscription.pending_update_applied", applied, { before, customer });
}

/** For a debit that its bank took beyond a renewal. */
const inPeriodsOf = ({ items }: Subscription, pending: Subscription): Subscription =>
  withItems(
    pending,
    pending.items.data.map((item) => {
      const { current_period_start, current_period_end } =
        items.data.find(({ id }) => id === item.id) ?? item;
      return { ...item, current_period_start, current_period_end };
    }),
  );

/** What an update or a resumption that waited changes about what is billed, and when. */
export const toPlan = ({ items, billing_cycle_anchor, trial_end, trial_start }: Subscription) => ({
  items,
  billing_cycle_anchor,
  trial_end,
  trial_start,
});

/** Nobody paid in time: neither for the update, nor for a paused subscription to go on. A bank is waited for. */
export function expirePendingUpdate(ctx: Context, id: string): void {
  const before = ctx.db.subscriptions.find(id);
  const { pending } = ctx.db.subscriptionRecords.get(id);
  if (!before || !pending || isPaymentUnderWay(ctx.db, pending.invoice)) return;
  discardPendingUpdate(ctx, id);
  if (!before.pending_update) return;
  const expired = saveSubscription(ctx, { ...before, pending_update: null });
  const { customer } = before;
  ctx.emit("customer.subscription.pending_update_expired", expired, { before, customer });
}

/** Forgets the update, and what was to pay for it. */
export function discardPendingUpdate(ctx: Context, id: string): void {
  const { pending } = ctx.db.subscriptionRecords.get(id);
  ctx.db.subscriptionRecords.change(id, { pending: null });
  if (pending && ctx.db.invoices.get(pending.invoice).status === "open") voidInvoice(ctx, pending.invoice);
}
