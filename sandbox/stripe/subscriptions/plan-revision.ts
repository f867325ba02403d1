import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import type { Debit } from "../core/records.ts";
import type { Charge } from "./charge.ts";
import { chargeUsage } from "./charge-usage.ts";
import { intervalOf, isMetered, isSameInterval } from "./item-kinds.ts";
import { planEnd } from "./plan-end.ts";
import { creditItem, cutDebits, debitItems } from "./prorations.ts";
import { planRestart } from "./restart-billing.ts";
import type { SubscriptionChange } from "./subscription-change.ts";

/** What a change makes of a subscription, before any of it is billed. */
export interface Revision {
  subscription: Subscription;
  charges: Charge[];
  /** The former debits that stand. */
  kept: Debit[];
  isBilledNow: boolean;
}

export interface Planning {
  before: Subscription;
  after: Subscription;
  change: SubscriptionChange;
  now: number;
}

export function planRevision(ctx: Context, planning: Planning): Revision {
  const { before, after, change } = planning;
  const debits = ctx.db.subscriptionRecords.get(before.id).debits;
  const isRestarted =
    change.billing_cycle_anchor?.type === "now" ||
    typeof change.trial_end === "number" ||
    (change.trial_end === "now" && before.status === "trialing") ||
    (change.billing_cycle_anchor === undefined &&
      (isIntervalChanged(before, after) || isNoLongerFree(before, after)));
  const revision = isRestarted
    ? planRestart(ctx, { ...planning, debits })
    : planProrations(ctx, planning, debits);
  return planEnd(ctx, planning, revision);
}

/** Credits and debits for what is left of the current periods of the items that differ. */
function planProrations(ctx: Context, { before, after, change, now }: Planning, debits: Debit[]): Revision {
  const at = change.proration_date ?? now;
  const behavior = change.proration_behavior ?? "create_prorations";
  const remaining = new Set(after.items.data.map(({ id }) => id));
  const removed = before.items.data.filter(({ id }) => !remaining.has(id));
  const usage = chargeUsage(
    ctx,
    before,
    removed.filter((item) => !isCleared(item, change)),
    now,
  );
  const isBilledNow = behavior === "always_invoice";
  if (behavior === "none") return { subscription: after, charges: usage, kept: debits, isBilledNow };
  const differing = after.items.data.filter((item) => differs(before, item));
  const ids = [...removed, ...differing].map(({ id }) => id);
  const credited = before.items.data.filter(({ id }) => ids.includes(id));
  const charges = [
    ...usage,
    ...credited.flatMap((item) => creditItem(ctx, item, debits, at)),
    ...debitItems(ctx, after, differing, at),
  ];
  return { subscription: after, charges, kept: cutDebits(debits, ids, at), isBilledNow };
}

const isCleared = ({ id }: SubscriptionItem, { items = [] }: SubscriptionChange) =>
  items.some((item) => item.id === id && item.clear_usage);

function differs({ items }: Subscription, item: SubscriptionItem): boolean {
  const former = items.data.find(({ id }) => id === item.id);
  return !former || former.quantity !== item.quantity || former.price.id !== item.price.id;
}

function isIntervalChanged(before: Subscription, after: Subscription): boolean {
  return before.items.data.some((former) => {
    const item = after.items.data.find(({ id }) => id === former.id);
    return item && !isSameInterval(intervalOf(former.price), intervalOf(item.price));
  });
}

/** From prices that ask for nothing to one that does. */
const isNoLongerFree = (before: Subscription, after: Subscription) =>
  before.status !== "trialing" && before.items.data.every(isFree) && !after.items.data.every(isFree);

const isFree = ({ price }: SubscriptionItem) =>
  !isMetered(price) && price.billing_scheme === "per_unit" && Number(price.unit_amount_decimal) === 0;
