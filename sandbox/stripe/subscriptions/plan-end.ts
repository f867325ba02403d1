import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import { periodAt } from "./billing-period.ts";
import { findPeriodEnd } from "./cancel-at.ts";
import { intervalOf } from "./item-kinds.ts";
import type { Planning, Revision } from "./plan-revision.ts";
import { creditItem, cutDebits, debitItems } from "./prorations.ts";
import { minPeriodEnd, withItems } from "./statuses.ts";

/** When the subscription is to end, and what it costs that its current periods become shorter or longer by it. */
export function planEnd(ctx: Context, { before, change, now }: Planning, revision: Revision): Revision {
  const subscription = { ...revision.subscription, ...toEnd(revision.subscription, change, now) };
  if (change.cancel_at === undefined && change.cancel_at_period_end === undefined)
    return { ...revision, subscription };
  const behavior = change.proration_behavior ?? "create_prorations";
  const targets = subscription.items.data.map((item) => ({ item, end: endOf(subscription, item, before) }));
  const ended = withItems(
    subscription,
    targets.map(({ item, end }) => ({ ...item, current_period_end: end })),
  );
  if (behavior === "none") return { ...revision, subscription: ended };
  const shorter = targets.filter(({ item, end }) => end < item.current_period_end);
  const longer = targets.filter(({ item, end }) => end > item.current_period_end);
  const charges = [
    ...shorter.flatMap(({ item, end }) => creditItem(ctx, item, revision.kept, end)),
    ...longer.flatMap(({ item, end }) =>
      debitItems(ctx, ended, [{ ...item, current_period_end: end }], item.current_period_end),
    ),
  ];
  const kept = shorter.reduce((rest, { item, end }) => cutDebits(rest, [item.id], end), revision.kept);
  return { ...revision, subscription: ended, charges: [...revision.charges, ...charges], kept };
}

type End = Pick<Subscription, "cancel_at" | "cancel_at_period_end" | "canceled_at" | "cancellation_details">;

function toEnd(
  former: Subscription,
  { cancel_at, cancel_at_period_end }: Planning["change"],
  now: number,
): End {
  const wanted = cancel_at_period_end ? "min_period_end" : cancel_at;
  if (wanted !== undefined && wanted !== null) return toPlannedEnd(former, wanted, now, cancel_at_period_end);
  const isCleared = cancel_at === null || (cancel_at_period_end === false && former.cancel_at_period_end);
  if (isCleared)
    return {
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
      cancellation_details: withReason(former, null),
    };
  const { canceled_at, cancellation_details } = former;
  return {
    cancel_at: former.cancel_at_period_end ? minPeriodEnd(former) : former.cancel_at,
    cancel_at_period_end: former.cancel_at_period_end,
    canceled_at,
    cancellation_details,
  };
}

function toPlannedEnd(
  former: Subscription,
  wanted: number | "max_period_end" | "min_period_end",
  now: number,
  cancel_at_period_end = false,
): End {
  const cancel_at = findPeriodEnd(former, wanted);
  if (cancel_at <= now) throw invalidRequest("`cancel_at` must be in the future.", { param: "cancel_at" });
  return {
    cancel_at,
    cancel_at_period_end,
    canceled_at: now,
    cancellation_details: withReason(former, "cancellation_requested"),
  };
}

function withReason(
  { cancellation_details }: Subscription,
  reason: "cancellation_requested" | null,
): Subscription["cancellation_details"] {
  const none = { comment: null, feedback: null, feedback_option: null };
  return { ...none, ...cancellation_details, reason };
}

/** The end of the item's current period, given when the subscription ends. */
function endOf(subscription: Subscription, item: SubscriptionItem, before: Subscription): number {
  const { billing_cycle_anchor, cancel_at, cancel_at_period_end, trial_end } = subscription;
  const isCut = before.cancel_at !== null && item.current_period_end === before.cancel_at;
  const isTrial = trial_end !== null && item.current_period_start < trial_end;
  const natural = isTrial
    ? trial_end
    : periodAt(billing_cycle_anchor, intervalOf(item.price), item.current_period_start).end;
  const end = isCut ? natural : item.current_period_end;
  return cancel_at_period_end ? end : Math.min(end, cancel_at ?? end);
}
