import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { assertPaid } from "./assert-paid.ts";
import { billCharges, leavePending } from "./bill-subscription.ts";
import { periodAt } from "./billing-period.ts";
import { chargeItems } from "./charge-item.ts";
import { intervalOf } from "./item-kinds.ts";
import { inPeriod } from "./new-item.ts";
import { debitItems } from "./prorations.ts";
import { restartAt } from "./restart-billing.ts";
import { saveSubscription } from "./save-subscription.ts";
import { timeToPay } from "./set-tasks.ts";
import { withItems } from "./statuses.ts";

export interface Resumption {
  /** New periods begin now, which is the default, or those go on that would have come. */
  billing_cycle_anchor?: { type: "now" | "unchanged" };
  proration_behavior?: "always_invoice" | "create_prorations" | "none";
  proration_date?: number;
}

/** Sets a paused subscription going again. An invoice that comes of it must be paid first. */
export function resumeSubscription(ctx: Context, id: string, resumption: Resumption = {}): Subscription {
  const before = ctx.db.subscriptions.get(id);
  if (before.status !== "paused")
    throw invalidRequest(
      `Only a subscription with the status \`paused\` can be resumed. The status of this one is \`${before.status}\`.`,
    );
  const now = ctx.now(before.customer);
  const { billing_cycle_anchor, proration_behavior = "create_prorations" } = resumption;
  const active: Subscription = { ...before, status: "active" };
  if (billing_cycle_anchor?.type === "unchanged") {
    const resumed = atPresent(active, now);
    const at = resumption.proration_date ?? now;
    const charges = proration_behavior === "none" ? [] : debitItems(ctx, resumed, resumed.items.data, at);
    if (proration_behavior === "always_invoice") return billResumption(ctx, before, resumed, charges);
    ctx.db.subscriptionRecords.change(id, { debits: leavePending(ctx, resumed, charges, now) });
    return activate(ctx, before, resumed);
  }
  const resumed = restartAt(active, now, null);
  return billResumption(ctx, before, resumed, chargeItems(ctx, resumed, resumed.items.data, now));
}

function billResumption(
  ctx: Context,
  before: Subscription,
  resumed: Subscription,
  charges: Parameters<typeof billCharges>[2],
): Subscription {
  const result = billCharges(ctx, resumed, charges, {
    reason: "subscription_update",
    sweepPending: true,
    finalize: "now",
    pay: "attempt",
    offSession: false,
  });
  assertPaid(before, result);
  const { invoice, debits, outcome } = result;
  const subscription = { ...resumed, latest_invoice: invoice.id };
  if (outcome === "paid") {
    ctx.db.subscriptionRecords.change(before.id, { debits });
    return activate(ctx, before, subscription);
  }
  ctx.db.subscriptionRecords.change(before.id, { pending: { invoice: invoice.id, subscription, debits } });
  const waiting = saveSubscription(ctx, { ...before, latest_invoice: invoice.id });
  const { id, customer } = before;
  ctx.schedule("subscription.discard_update", id, ctx.now(customer) + timeToPay, customer);
  return waiting;
}

/** In the periods that it would be in had it never stopped. */
function atPresent(subscription: Subscription, now: number): Subscription {
  const { billing_cycle_anchor, items } = subscription;
  return withItems(
    subscription,
    items.data.map((item) => ({
      ...item,
      ...inPeriod(periodAt(billing_cycle_anchor, intervalOf(item.price), now)),
    })),
  );
}

/** Its invoice is paid after all. */
export function finishResuming(ctx: Context, before: Subscription): void {
  const { pending } = ctx.db.subscriptionRecords.get(before.id);
  if (!pending) return;
  ctx.db.subscriptionRecords.change(before.id, { pending: null, debits: pending.debits });
  activate(ctx, before, pending.subscription);
}

function activate(ctx: Context, before: Subscription, resumed: Subscription): Subscription {
  const { status_details, ...rest } = resumed;
  const subscription = saveSubscription(ctx, { ...rest, status: "active" }, before);
  ctx.emit("customer.subscription.resumed", subscription, { customer: before.customer });
  return subscription;
}
