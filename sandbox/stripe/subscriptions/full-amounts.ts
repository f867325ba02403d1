import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import { discountLines } from "../invoices/discount-lines.ts";
import { discountsFor } from "../invoices/discounts-for.ts";
import type { NewLine } from "../invoices/new-line.ts";
import { toSubscriptionLine } from "../invoices/to-line.ts";
import { toAmount } from "../prices/to-amount.ts";
import { isMetered } from "./item-kinds.ts";

/** What a full interval of an item costs before discounts: nothing in advance if it is metered. */
export const toFullAmount = ({ db }: Context, { price, quantity = 1 }: SubscriptionItem) =>
  isMetered(price) ? 0 : toAmount(db, price, quantity);

/** What a full interval of each of these items costs after the discounts that run at that time, by item id. */
export function netAmounts(
  ctx: Context,
  subscription: Subscription,
  items: SubscriptionItem[],
  at: number,
): Map<string, number> {
  const { customer } = subscription;
  const discounts = discountsFor(ctx, { customer, subscription, at });
  if (discounts.length === 0) return new Map(items.map((item) => [item.id, toFullAmount(ctx, item)]));
  const lines = items.map((item) => toSubscriptionLine(ctx, "", toLine(item, toFullAmount(ctx, item))));
  const nets = discountLines(ctx, discounts, lines).map(({ amount, discount_amounts }) =>
    (discount_amounts ?? []).reduce((rest, part) => rest - part.amount, amount),
  );
  return new Map(items.map((item, index) => [item.id, nets[index] ?? 0]));
}

const toLine = (item: SubscriptionItem, amount: number): NewLine => ({
  amount,
  currency: item.price.currency,
  description: "",
  quantity: item.quantity ?? null,
  price: item.price,
  period: { start: item.current_period_start, end: item.current_period_end },
  proration: false,
  subscription: item.subscription,
  subscriptionItem: item.id,
  discountable: true,
});
