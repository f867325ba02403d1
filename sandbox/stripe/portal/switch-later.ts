import type { Context } from "../core/context.ts";
import type { Price, Subscription } from "../core/objects.ts";
import { toAmount } from "../prices/to-amount.ts";
import { fromSubscription } from "../schedules/from-subscription.ts";
import { changeSchedule } from "../schedules/save-schedule.ts";
import { addInterval } from "../subscriptions/add-interval.ts";
import { intervalOf } from "../subscriptions/item-kinds.ts";
import type { Switch, Update } from "./plan.ts";

/** Whether the configuration has such a change wait until what is paid for is over. */
export function waitsForPeriodEnd(
  { db }: Context,
  { cancel_at, items }: Subscription,
  wanted: Switch,
  { schedule_at_period_end }: Update,
): boolean {
  const [item] = items.data;
  const price = db.prices.get(wanted.price);
  if (!item || cancel_at !== null) return false;
  const holds = {
    decreasing_item_amount: () =>
      toAmount(db, price, wanted.quantity) < toAmount(db, item.price, item.quantity ?? 1),
    shortening_interval: () => lengthOf(price) < lengthOf(item.price),
  };
  return schedule_at_period_end.conditions.some(({ type }) =>
    Object.entries(holds).some(([name, isTrue]) => name === type && isTrue()),
  );
}

/** Leaves the change to a schedule. Says when it comes, in seconds. */
export function switchLater(
  ctx: Context,
  { id, schedule }: Subscription,
  { price, quantity }: Switch,
): number {
  const former = schedule ? ctx.db.schedules.get(schedule) : fromSubscription(ctx, id);
  const current = former.phases.at(-1);
  const item = current?.items[0];
  if (!current || !item) throw new Error(`Schedule ${former.id} has no phase`);
  const start_date = current.end_date;
  const next = {
    ...current,
    items: [{ ...item, plan: price, price, quantity }],
    proration_behavior: "none" as const,
    start_date,
    end_date: addInterval(start_date, intervalOf(ctx.db.prices.get(price)), 1),
    trial_end: null,
  };
  changeSchedule(ctx, former, { end_behavior: "release", phases: [...former.phases, next] });
  return start_date;
}

const lengthOf = (price: Price) => addInterval(0, intervalOf(price), 1);
