import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import type { Debit } from "../core/records.ts";
import type { NewLine } from "../invoices/new-line.ts";
import { intervalSeconds } from "./billing-period.ts";
import type { Charge } from "./charge.ts";
import { toLine } from "./charge-item.ts";
import { netAmounts } from "./full-amounts.ts";
import { intervalOf, isMetered } from "./item-kinds.ts";
import { toProrationText } from "./line-text.ts";
import { prorate } from "./prorate.ts";

/** Gives back what was charged for an item's time after `at`. */
export function creditItem(ctx: Context, item: SubscriptionItem, debits: Debit[], at: number): Charge[] {
  return debits
    .filter((debit) => debit.item === item.id && debit.end > at)
    .map((debit) => ({ line: toCredit(ctx, item, debit, Math.max(debit.start, at)), debit: null }));
}

/** What is left of the debits once all time of these items after `at` is given back. */
export const cutDebits = (debits: Debit[], items: string[], at: number): Debit[] =>
  debits.flatMap((debit) => {
    if (!items.includes(debit.item)) return [debit];
    return debit.start < at ? [{ ...debit, end: Math.min(debit.end, at) }] : [];
  });

function toCredit(ctx: Context, item: SubscriptionItem, debit: Debit, start: number): NewLine {
  // A deleted plan is known to its items alone.
  const price = item.price.id === debit.price ? item.price : ctx.db.prices.get(debit.price);
  const { quantity, amount, interval, end } = debit;
  return {
    ...toLine({ ...item, price, quantity }),
    amount: prorate({ amount: -amount, left: end - start, interval }),
    description: toProrationText(ctx, "Unused", { price, quantity, at: start }),
    period: { start, end },
    proration: true,
    creditedItems: findCreditedItems(ctx, debit),
    discountable: false,
  };
}

/** Null while what charged for it waits for an invoice. */
function findCreditedItems({ db }: Context, { source, item, start }: Debit): NewLine["creditedItems"] {
  const invoice = db.invoiceItems.find(source)?.invoice ?? db.invoices.find(source)?.id;
  if (!invoice) return null;
  const lines = db.invoiceLines.by("invoice", invoice).filter(({ amount, parent, period }) => {
    const details = parent?.subscription_item_details;
    return amount >= 0 && details?.subscription_item === item && period.start === start;
  });
  return { invoice, invoice_line_items: lines.map(({ id }) => id) };
}

/** Charges for the rest of the items' current periods from `at` on. */
export function debitItems(
  ctx: Context,
  subscription: Subscription,
  items: SubscriptionItem[],
  at: number,
): Charge[] {
  const nets = netAmounts(ctx, subscription, subscription.items.data, at);
  const isTrial = subscription.status === "trialing";
  return items
    .filter(({ price }) => !isMetered(price))
    .map((item) =>
      debitItem(ctx, subscription, item, { at, amount: isTrial ? 0 : (nets.get(item.id) ?? 0) }),
    );
}

function debitItem(
  ctx: Context,
  { billing_cycle_anchor }: Subscription,
  item: SubscriptionItem,
  { at, amount }: { at: number; amount: number },
): Charge {
  const { price, quantity = 1, current_period_start, current_period_end: end } = item;
  const interval = intervalSeconds(billing_cycle_anchor, intervalOf(price), { start: current_period_start });
  return {
    line: {
      ...toLine(item),
      amount: prorate({ amount, left: end - at, interval }),
      description: toProrationText(ctx, "Remaining", { price, quantity, at }),
      period: { start: at, end },
      proration: true,
      discountable: false,
    },
    debit: { item: item.id, price: price.id, quantity, start: at, end, amount, interval },
  };
}
