import type { Context } from "../core/context.ts";
import type { Price, Subscription, SubscriptionItem } from "../core/objects.ts";
import type { NewLine } from "../invoices/new-line.ts";
import { toAmount } from "../prices/to-amount.ts";
import { intervalSeconds } from "./billing-period.ts";
import type { Charge } from "./charge.ts";
import { netAmounts } from "./full-amounts.ts";
import { intervalOf, isMetered } from "./item-kinds.ts";
import { toPeriodText, toTierText, toTrialText } from "./line-text.ts";
import { prorate } from "./prorate.ts";

/** What the items ask for their whole current periods, in advance: nothing for a trial, a part for a stub. */
export function chargeItems(ctx: Context, subscription: Subscription, items: SubscriptionItem[], at: number) {
  const nets = netAmounts(ctx, subscription, subscription.items.data, at);
  return items.flatMap((item) => chargeItem(ctx, subscription, item, nets.get(item.id) ?? 0));
}

function chargeItem(ctx: Context, subscription: Subscription, item: SubscriptionItem, net: number): Charge[] {
  const { price, quantity = 1 } = item;
  const [start, end] = [item.current_period_start, item.current_period_end];
  const isTrial = subscription.trial_end !== null && end <= subscription.trial_end;
  if (isTrial) return [toTrialCharge(ctx, item)];
  if (isMetered(price)) return [];
  const interval = intervalSeconds(subscription.billing_cycle_anchor, intervalOf(price), { start });
  const debit = { item: item.id, price: price.id, quantity, start, end, amount: net, interval };
  const parts = partsOf(ctx, price, quantity).map((part) => ({
    ...part,
    amount: prorate({ amount: part.amount, left: end - start, interval }),
  }));
  return parts.map((part, index) => ({
    line: { ...toLine(item), ...part },
    debit: index === 0 ? debit : null,
  }));
}

function toTrialCharge(ctx: Context, item: SubscriptionItem): Charge {
  const { price, quantity = 1, current_period_start: start, current_period_end: end } = item;
  const debit = { item: item.id, price: price.id, quantity, start, end, amount: 0, interval: end - start };
  const line = { ...toLine(item), amount: 0, description: toTrialText(ctx, price) };
  return { line, debit: isMetered(price) ? null : debit };
}

interface Part {
  amount: number;
  quantity: number;
  description: string;
}

/** One part, but of graduated tiers one for each that is reached. */
export function partsOf(ctx: Context, price: Price, quantity: number): Part[] {
  if (price.tiers_mode !== "graduated")
    return [
      {
        amount: toAmount(ctx.db, price, quantity),
        quantity,
        description: toPeriodText(ctx, price, quantity),
      },
    ];
  let below = 0;
  let charged = 0;
  return ctx.db.priceRecords.get(price.id).tiers.flatMap(({ up_to }, tier) => {
    if (tier > 0 && quantity <= below) return [];
    const end = Math.min(quantity, up_to ?? quantity);
    const amount = toAmount(ctx.db, price, end) - charged;
    const part = { amount, quantity: end - below, description: toTierText(ctx, price, end - below, tier) };
    [below, charged] = [end, charged + amount];
    return [part];
  });
}

/** A line for an item's current period, but for what it costs and how it is worded. */
export const toLine = (item: SubscriptionItem): Omit<NewLine, "amount" | "description"> => ({
  currency: item.price.currency,
  quantity: item.quantity ?? null,
  price: item.price,
  period: { start: item.current_period_start, end: item.current_period_end },
  proration: false,
  subscription: item.subscription,
  subscriptionItem: item.id,
  discountable: true,
});
