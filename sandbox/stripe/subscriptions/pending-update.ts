import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import type { Debit } from "../core/records.ts";
import { voidInvoice } from "../invoices/void-invoice.ts";
import { saveSubscription } from "./save-subscription.ts";
import { timeToPay } from "./set-tasks.ts";

interface HeldUpdate {
  before: Subscription;
  after: Subscription;
  debits: Debit[];
  invoice: string;
  now: number;
}

/** Leaves the subscription as it was until the invoice is paid. */
export function holdUpdate(ctx: Context, { before, after, debits, invoice, now }: HeldUpdate): Subscription {
  ctx.db.subscriptionRecords.change(before.id, { pending: { invoice, subscription: after, debits } });
  const isMoved = after.billing_cycle_anchor !== before.billing_cycle_anchor;
  const pending_update = {
    billing_cycle_anchor: isMoved ? after.billing_cycle_anchor : null,
    cancel_at_period_end: null,
    discount: null,
    discounts: null,
    expires_at: now + timeToPay,
    metadata: null,
    subscription_items: after.items.data,
    trial_end: after.trial_end === before.trial_end ? null : after.trial_end,
    trial_from_plan: null,
  };
  return saveSubscription(ctx, { ...before, latest_invoice: invoice, pending_update }, before);
}

/** The invoice is paid: what waited for that happens. */
export function applyPendingUpdate(ctx: Context, before: Subscription): void {
  const { id, customer } = before;
  const { pending } = ctx.db.subscriptionRecords.get(id);
  if (!pending) return;
  ctx.db.subscriptionRecords.change(id, { pending: null, debits: pending.debits });
  const { items, billing_cycle_anchor, trial_end, trial_start, status } = pending.subscription;
  const changes = { items, billing_cycle_anchor, trial_end, trial_start, status, pending_update: null };
  const applied = saveSubscription(ctx, { ...before, ...changes });
  ctx.emit("customer.subscription.pending_update_applied", applied, { before, customer });
}

/** Nobody paid in time: neither for the update, nor for a paused subscription to go on. */
export function expirePendingUpdate(ctx: Context, id: string): void {
  const before = ctx.db.subscriptions.find(id);
  if (!before?.pending_update && before?.status !== "paused") return;
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
