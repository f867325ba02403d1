import { z } from "zod";
import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { assertPaid } from "./assert-paid.ts";
import { billCharges, leavePending } from "./bill-subscription.ts";
import { periodAt } from "./billing-period.ts";
import type { Charge } from "./charge.ts";
import { chargeItems } from "./charge-item.ts";
import { intervalOf } from "./item-kinds.ts";
import { inPeriod } from "./new-item.ts";
import { toPlan } from "./pending-update.ts";
import { debitItems } from "./prorations.ts";
import { restartAt } from "./restart-billing.ts";
import { saveSubscription } from "./save-subscription.ts";
import { timeToPay } from "./set-tasks.ts";
import { withItems } from "./statuses.ts";

/** Charged at once, it goes on whether or not that succeeds; else it stays paused until somebody has paid. */
export const ResumptionBehavior = z.enum(["resume_on_payment_attempt", "resume_on_payment_success"]);
type ResumptionBehavior = z.output<typeof ResumptionBehavior>;

export interface Resumption {
  /** New periods begin now, which is the default, or those go on that would have come. */
  billing_cycle_anchor?: { type: "now" | "unchanged" };
  payment_behavior?: ResumptionBehavior;
  proration_behavior?: "always_invoice" | "create_prorations" | "none";
  proration_date?: number;
}

/** Sets a paused subscription going again. */
export function resumeSubscription(ctx: Context, id: string, resumption: Resumption = {}): Subscription {
  const before = ctx.db.subscriptions.get(id);
  if (before.status !== "paused")
    throw invalidRequest(
      `Only a subscription with the status \`paused\` can be resumed. The status of this one is \`${before.status}\`.`,
    );
  if (before.collection_method !== "charge_automatically")
    throw invalidRequest("Only a subscription that is charged automatically can be resumed.");
  const now = ctx.now(before.customer);
  const { billing_cycle_anchor, payment_behavior, proration_behavior = "create_prorations" } = resumption;
  const active: Subscription = { ...before, status: "active" };
  if (billing_cycle_anchor?.type === "unchanged") {
    const resumed = atPresent(active, now);
    const at = resumption.proration_date ?? now;
    const charges = proration_behavior === "none" ? [] : debitItems(ctx, resumed, resumed.items.data, at);
    if (proration_behavior === "always_invoice")
      return billResumption(ctx, { before, resumed, charges, payment_behavior });
    ctx.db.subscriptionRecords.change(id, { debits: leavePending(ctx, resumed, charges, now) });
    return activate(ctx, before, resumed);
  }
  const resumed = restartAt(active, now, null);
  const charges = chargeItems(ctx, resumed, resumed.items.data, now);
  return billResumption(ctx, { before, resumed, charges, payment_behavior });
}

interface Billing {
  before: Subscription;
  resumed: Subscription;
  charges: Charge[];
  payment_behavior: ResumptionBehavior | undefined;
}

function billResumption(
  ctx: Context,
  { before, resumed, charges, payment_behavior = "resume_on_payment_attempt" }: Billing,
): Subscription {
  const isAttempted = payment_behavior === "resume_on_payment_attempt";
  const result = billCharges(ctx, resumed, charges, {
    reason: "subscription_update",
    sweepPending: true,
    finalize: "now",
    pay: isAttempted ? "attempt" : "leave_open",
    offSession: false,
  });
  assertPaid(before, result);
  const { invoice, debits, discounts, outcome } = result;
  const subscription: Subscription = { ...resumed, discounts, latest_invoice: invoice.id };
  if (isAttempted || outcome === "paid") {
    ctx.db.subscriptionRecords.change(before.id, { debits });
    const isCharged = outcome === "paid" || outcome === "processing";
    return activate(ctx, before, { ...subscription, status: isCharged ? "active" : "past_due" });
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
  activate(ctx, before, { ...before, ...toPlan(pending.subscription), status: "active" });
}

function activate(ctx: Context, before: Subscription, resumed: Subscription): Subscription {
  const { status_details, ...rest } = resumed;
  const subscription = saveSubscription(ctx, rest, before);
  ctx.emit("customer.subscription.resumed", subscription, { customer: before.customer });
  return subscription;
}
