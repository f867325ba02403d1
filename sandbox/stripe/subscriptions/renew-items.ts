import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import { periodAt } from "./billing-period.ts";
import type { Charge } from "./charge.ts";
import { chargeItems } from "./charge-item.ts";
import { chargeUsage } from "./charge-usage.ts";
import { intervalOf } from "./item-kinds.ts";
import { inPeriod } from "./new-item.ts";
import { withItems } from "./statuses.ts";

/** The subscription with the items whose periods are over by then in their next ones, and what those ask for. */
export function renewItems(
  ctx: Context,
  subscription: Subscription,
  at: number,
): { subscription: Subscription; charges: Charge[] } {
  const due = subscription.items.data.filter((item) => item.current_period_end <= at);
  const renewed = withItems(
    subscription,
    subscription.items.data.map((item) => (due.includes(item) ? toNext(subscription, item) : item)),
  );
  const ids = due.map(({ id }) => id);
  const next = renewed.items.data.filter(({ id }) => ids.includes(id));
  const used = due.filter(({ current_period_end }) => current_period_end !== subscription.trial_end);
  return {
    subscription: renewed,
    charges: [...toUsage(ctx, subscription, used), ...chargeItems(ctx, renewed, next, at)],
  };
}

const toUsage = (ctx: Context, subscription: Subscription, due: SubscriptionItem[]) =>
  due.flatMap((item) => chargeUsage(ctx, subscription, [item], item.current_period_end));

/** A period that a planned end falls into is only as long as that. */
function toNext({ billing_cycle_anchor, cancel_at }: Subscription, item: SubscriptionItem): SubscriptionItem {
  const start = item.current_period_end;
  const { end } = periodAt(billing_cycle_anchor, intervalOf(item.price), start);
  return { ...item, ...inPeriod({ start, end: Math.min(end, cancel_at ?? end) }) };
}
