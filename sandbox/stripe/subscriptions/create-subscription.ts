import type { Context, Happening } from "../core/context.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import type { Invoice, Subscription, SubscriptionItem } from "../core/objects.ts";
import { claimCurrency } from "../customers/claim-currency.ts";
import { requireOwnPaymentMethod } from "../customers/require-own-payment-method.ts";
import type { PayOutcome } from "../invoices/pay-outcome.ts";
import { addInvoiceItems } from "./add-invoice-items.ts";
import { assertItems } from "./assert-items.ts";
import { assertPaid } from "./assert-paid.ts";
import { billCharges } from "./bill-subscription.ts";
import type { Charge } from "./charge.ts";
import { chargeItems } from "./charge-item.ts";
import { firstTiming, inFirstPeriod } from "./first-timing.ts";
import { holdBack } from "./hold-back.ts";
import { keepPaymentMethod } from "./keep-payment-method.ts";
import { newItem } from "./new-item.ts";
import { newState } from "./new-state.ts";
import type { NewSubscription } from "./new-subscription.ts";
import { setTasks } from "./set-tasks.ts";
import { announceTrialEnd } from "./trial-will-end.ts";

/**
 * Makes a subscription and its first invoice, and tries to have that paid as was asked. The first invoice of one that a
 * schedule makes waits for an hour, as those of renewals do.
 */
export function createSubscription(
  ctx: Context,
  given: NewSubscription,
  { schedule = null }: { schedule?: string | null } = {},
): { subscription: Subscription; invoice: Invoice; outcome: PayOutcome } {
  const { db } = ctx;
  const before = { ...prepare(ctx, given), schedule };
  db.subscriptions.put(before);
  addInvoiceItems(ctx, before, given.add_invoice_items ?? []);
  const isFree = before.billing_cycle_anchor > before.created && given.proration_behavior === "none";
  const charges = chargeItems(ctx, before, before.items.data, before.created).map((charge) =>
    isFree ? toFree(charge) : charge,
  );
  const { result, held } = holdBack(ctx, () =>
    billCharges(ctx, before, charges, {
      reason: "subscription_create",
      sweepPending: true,
      finalize: before.collection_method === "send_invoice" || schedule ? "later" : "now",
      pay: given.payment_behavior === "default_incomplete" ? "leave_open" : "attempt",
      offSession: given.off_session ?? false,
    }),
  );
  assertPaid(before, result, given.payment_behavior);
  db.subscriptionRecords.put({ id: before.id, debits: result.debits, pending: null });
  const { invoice, outcome } = result;
  const subscription = db.subscriptions.put({
    ...before,
    ...(outcome === "paid" ? keepPaymentMethod(ctx, before, invoice) : {}),
    discounts: result.discounts,
    latest_invoice: invoice.id,
    status: toFirstStatus(before, outcome),
  });
  setTasks(ctx, subscription);
  ctx.happenings.push(...inCapturedOrder(held, toCreated(ctx, subscription)));
  announceTrialEnd(ctx, subscription);
  return { subscription, invoice, outcome };
}

function prepare(ctx: Context, given: NewSubscription): Subscription {
  const customer = ctx.db.customers.get(given.customer, "customer");
  if (given.items.length === 0) throw missingParam("items");
  if (given.cancel_at !== undefined && given.cancel_at_period_end)
    throw invalidRequest("You may only specify one of these parameters: cancel_at, cancel_at_period_end.");
  const method = given.default_payment_method;
  if (method) requireOwnPaymentMethod(ctx, customer.id, method, "default_payment_method");
  const id = ctx.db.newId("sub_");
  const now = ctx.now(customer.id);
  let currency = given.currency ?? null;
  const made = given.items.map((item, index) => {
    const place = { subscription: { id, customer: customer.id }, currency, at: `items[${index}]` };
    const result = newItem(ctx, item, place);
    currency = result.price.currency;
    return result;
  });
  assertDistinct(made);
  assertItems(made, given.billing_mode?.type ?? "flexible");
  claimCurrency(ctx, customer.id, currency ?? "usd");
  const timing = firstTiming(given, made, now);
  const items = made.map((item) => inFirstPeriod(item, timing));
  return cutShort(newState(ctx, given, { id, items, timing }), now);
}

/** What ends before its first period does is charged for until then. */
function cutShort(subscription: Subscription, now: number): Subscription {
  const { cancel_at, items } = subscription;
  if (cancel_at === null) return subscription;
  if (cancel_at <= now) throw invalidRequest("`cancel_at` must be in the future.", { param: "cancel_at" });
  const data = items.data.map((item) => ({
    ...item,
    current_period_end: Math.min(item.current_period_end, cancel_at),
  }));
  return { ...subscription, items: { ...items, data } };
}

function assertDistinct(items: SubscriptionItem[]): void {
  const prices = items.map(({ price }) => price.id);
  const twice = prices.find((id, index) => prices.indexOf(id) !== index);
  if (twice)
    throw invalidRequest(`Cannot add multiple subscription items with the same plan: ${twice}`, {
      param: "items",
    });
}

function toFirstStatus(before: Subscription, outcome: PayOutcome): Subscription["status"] {
  const isUnpaid = outcome !== "paid" && outcome !== "draft";
  if (isUnpaid && before.collection_method === "charge_automatically") return "incomplete";
  return before.trial_end === null ? "active" : "trialing";
}

const toFree = ({ line, debit }: Charge): Charge => ({
  line: { ...line, amount: 0 },
  debit: debit && { ...debit, amount: 0 },
});

function toCreated(ctx: Context, subscription: Subscription): Happening {
  const { customer } = subscription;
  const { held } = holdBack(ctx, () => ctx.emit("customer.subscription.created", subscription, { customer }));
  if (!held[0]) throw new Error("An event that was not reported");
  return held[0];
}

/** As Stripe was seen to send them when a card is charged: the charge first, and the invoice after its payment. */
function inCapturedOrder(held: Happening[], created: Happening): Happening[] {
  if (!held.some(({ type }) => type.startsWith("charge."))) return [created, ...held];
  return [created, ...held].sort((a, b) => rankOf(a.type) - rankOf(b.type));
}

const ranks = [
  "charge.",
  "customer.updated",
  "customer.subscription.created",
  "payment_intent.succeeded",
  "payment_intent.",
];

function rankOf(type: string): number {
  const rank = ranks.findIndex((start) => type.startsWith(start));
  return rank === -1 ? ranks.length : rank;
}
