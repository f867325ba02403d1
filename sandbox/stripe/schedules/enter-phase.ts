import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionSchedule } from "../core/objects.ts";
import type { ItemChange, SubscriptionChange } from "../subscriptions/subscription-change.ts";
import { updateSubscription } from "../subscriptions/update-subscription.ts";
import type { Phase, PhaseItem } from "./phase.ts";

type Proration = Phase["proration_behavior"];

/** Makes the subscription what the phase says, as an update of it would. */
export function enterPhase(
  ctx: Context,
  schedule: SubscriptionSchedule,
  phase: Phase,
  proration: Proration,
): void {
  if (!schedule.subscription) return;
  const before = ctx.db.subscriptions.get(schedule.subscription);
  // Unpaid yet: it cannot be changed, and may never begin.
  if (before.status === "incomplete") return;
  const change = toChange(before, schedule, phase, ctx.now(schedule.customer));
  if (Object.keys(change).length > 0)
    updateSubscription(ctx, before.id, {
      ...change,
      proration_behavior: isPeriodOver(ctx, before) ? "none" : proration,
    });
}

/** Where a new period begins anyhow, there is nothing left of the old one to give back. */
const isPeriodOver = (ctx: Context, { items, customer }: Subscription) =>
  items.data.every(({ current_period_end }) => current_period_end <= ctx.now(customer));

function toChange(
  subscription: Subscription,
  { default_settings }: SubscriptionSchedule,
  phase: Phase,
  now: number,
): SubscriptionChange {
  const anchor = phase.billing_cycle_anchor ?? default_settings.billing_cycle_anchor;
  const items = toItemChanges(subscription, phase);
  const payment = phase.default_payment_method ?? default_settings.default_payment_method;
  const description = phase.description ?? default_settings.description;
  return {
    ...(items.length > 0 ? { items } : {}),
    ...(Object.keys(phase.metadata ?? {}).length > 0 ? { metadata: phase.metadata ?? {} } : {}),
    ...(payment && payment !== subscription.default_payment_method
      ? { default_payment_method: payment }
      : {}),
    ...(description && description !== subscription.description ? { description } : {}),
    ...toTrial(subscription, phase, now),
    ...toDiscounts(subscription, phase),
    ...(anchor === "phase_start" && phase.start_date === now
      ? { billing_cycle_anchor: { type: "now" } }
      : {}),
    ...(phase.add_invoice_items.length > 0 ? { add_invoice_items: toAdded(phase) } : {}),
  };
}

/**
 * The items that have a price of the phase stay. Those that have none take over the prices that are new, one for one, and
 * only what is left over is taken away or added.
 */
export function toItemChanges(subscription: Subscription, { items: wanted }: Phase): ItemChange[] {
  const priceOf = ({ price }: PhaseItem) => String(price);
  const items = subscription.items.data;
  const added = wanted.filter((item) => !items.some(({ price }) => price.id === priceOf(item)));
  const spare = items.filter(({ price }) => !wanted.some((item) => priceOf(item) === price.id));
  const kept = items.flatMap(({ id, price, quantity }) => {
    const item = wanted.find((candidate) => priceOf(candidate) === price.id);
    return item && item.quantity !== quantity ? [{ id, quantity: item.quantity }] : [];
  });
  const placed = added.map((item, index) => ({
    ...(spare[index] ? { id: spare[index].id } : {}),
    price: priceOf(item),
    ...(item.quantity === undefined ? {} : { quantity: item.quantity }),
    metadata: item.metadata ?? {},
  }));
  const removed = spare.slice(added.length).map(({ id }) => ({ id, deleted: true }));
  return [...kept, ...placed, ...removed];
}

function toTrial(
  { trial_end }: Subscription,
  phase: Phase,
  now: number,
): Pick<SubscriptionChange, "trial_end"> {
  if (phase.trial_end !== null && phase.trial_end > now && phase.trial_end !== trial_end)
    return { trial_end: phase.trial_end };
  const isTrialOver = phase.trial_end === null && trial_end !== null && trial_end > now;
  return isTrialOver ? { trial_end: "now" } : {};
}

function toDiscounts({ discounts }: Subscription, phase: Phase): Pick<SubscriptionChange, "discounts"> {
  const given = phase.discounts.map(({ coupon, discount }) =>
    discount ? { discount } : { coupon: coupon ?? "" },
  );
  if (given.length > 0) return { discounts: given };
  return discounts.length > 0 ? { discounts: null } : {};
}

const toAdded = ({ add_invoice_items }: Phase) =>
  add_invoice_items.map(({ price, quantity, discountable, metadata }) => ({
    price,
    quantity: quantity ?? 1,
    ...(discountable === null ? {} : { discountable }),
    metadata: metadata ?? {},
  }));
