import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Price, Subscription, SubscriptionItem } from "../core/objects.ts";
import { toPlan } from "../prices/to-plan.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { assertItems } from "./assert-items.ts";
import { type Period, periodAt } from "./billing-period.ts";
import { intervalOf, isSameInterval } from "./item-kinds.ts";
import { type ItemPlace, inPeriod, newItem, requirePrice, toQuantity } from "./new-item.ts";
import { withItems } from "./statuses.ts";
import type { ItemChange } from "./subscription-change.ts";

/** The subscription with its items changed, added and taken away. */
export function changeItems(
  ctx: Context,
  subscription: Subscription,
  changes: ItemChange[],
  now: number,
): Subscription {
  const items = changes.reduce(
    (former, change, index) => changeItem(ctx, withItems(subscription, former), change, { now, index }),
    subscription.items.data,
  );
  if (items.length === 0)
    throw invalidRequest("A subscription must have at least one active item.", { param: "items" });
  assertItems(items, subscription.billing_mode.type);
  return withItems(subscription, items);
}

function changeItem(
  ctx: Context,
  subscription: Subscription,
  change: ItemChange,
  { now, index }: { now: number; index: number },
): SubscriptionItem[] {
  const items = subscription.items.data;
  const place = { subscription, currency: subscription.currency, at: `items[${index}]` };
  if (!change.id) return [...items, addItem(ctx, subscription, change, { now, place })];
  const item = items.find(({ id }) => id === change.id);
  if (!item)
    throw invalidRequest(`No such subscription_item: '${change.id}'`, {
      code: "resource_missing",
      param: `${place.at}[id]`,
    });
  if (change.deleted) return items.filter((other) => other !== item);
  const changed = toChanged(ctx, item, change, place);
  if (changed.price.id !== item.price.id) assertUnused(items, changed.price, place);
  return items.map((other) => (other === item ? changed : other));
}

/** A new price starts with quantity 1, unless another is given. */
function toChanged(
  ctx: Context,
  item: SubscriptionItem,
  change: ItemChange,
  place: ItemPlace,
): SubscriptionItem {
  const isPriced = Boolean(change.price || change.price_data);
  const price = isPriced ? requirePrice(ctx, change, place) : item.price;
  const isSwitched = price.id !== item.price.id;
  const { quantity: former, ...rest } = item;
  return {
    ...rest,
    ...toQuantity(price, change.quantity ?? (isSwitched ? undefined : former), place.at),
    metadata: mergeMetadata(item.metadata, change.metadata),
    plan: toPlan(price),
    price,
  };
}

function addItem(
  ctx: Context,
  subscription: Subscription,
  change: ItemChange,
  { now, place }: { now: number; place: ItemPlace },
): SubscriptionItem {
  const item = newItem(ctx, change, place);
  assertUnused(subscription.items.data, item.price, place);
  return { ...item, ...inPeriod(periodFor(subscription, item.price, now)) };
}

function assertUnused(items: SubscriptionItem[], price: Price, { at }: ItemPlace): void {
  const existing = items.find((item) => item.price.id === price.id);
  if (existing)
    throw invalidRequest(
      `A new item with Price ${price.id} can't be added to this Subscription because an existing Subscription Item ${existing.id} is already using that Price. If you want to update the existing item (e.g., to adjust the quantity), pass the existing Subscription Item's \`id\` in your update request.`,
      { param: `${at}[price]` },
    );
}

/** The period that an item with this price is in when it joins: that of those that are billed as often, if there are. */
function periodFor(subscription: Subscription, price: Price, now: number): Period {
  const { items, trial_end, trial_start, billing_cycle_anchor, start_date } = subscription;
  if (trial_end !== null && trial_end > now) return { start: trial_start ?? now, end: trial_end };
  const interval = intervalOf(price);
  const like = items.data.find((item) => isSameInterval(intervalOf(item.price), interval));
  if (like) return { start: like.current_period_start, end: like.current_period_end };
  const { start, end } = periodAt(billing_cycle_anchor, interval, now);
  return { start: Math.max(start, start_date), end: Math.min(end, subscription.cancel_at ?? end) };
}
