import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { hasEnded } from "./statuses.ts";
import type { SubscriptionChange } from "./subscription-change.ts";

const whenEnded = ["cancellation_details", "metadata"];
const whenIncomplete = ["cancellation_details", "default_payment_method", "default_source", "metadata"];
const whenPending = [
  "billing_cycle_anchor",
  "discounts",
  "items",
  "metadata",
  "off_session",
  "payment_behavior",
  "proration_behavior",
  "proration_date",
  "trial_end",
  "trial_from_plan",
  "cancel_at_period_end",
];
const cancellation = ["cancel_at", "cancel_at_period_end"];

/** Refuses what cannot be changed of a subscription as it is. */
export function assertChangeable(ctx: Context, subscription: Subscription, change: SubscriptionChange): void {
  const given = Object.entries(change).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const firstBeyond = (allowed: string[]) => given.find((key) => !allowed.includes(key));
  if (hasEnded(subscription) && firstBeyond(whenEnded))
    throw invalidRequest("A canceled subscription can only update its cancellation_details and metadata.", {
      param: firstBeyond(whenEnded),
    });
  if (subscription.status === "incomplete" && firstBeyond(whenIncomplete))
    throw invalidRequest(
      "A subscription whose first invoice is not paid can only update its metadata and what it is paid with.",
      { param: firstBeyond(whenIncomplete) },
    );
  const canceling = given.find((key) => cancellation.includes(key));
  if (canceling) assertUnscheduled(subscription, canceling);
  if (change.cancel_at && change.cancel_at_period_end)
    throw invalidRequest("You may only specify one of these parameters: cancel_at, cancel_at_period_end.");
  if (change.payment_behavior === "pending_if_incomplete" && firstBeyond(whenPending))
    throw invalidRequest(
      `\`${firstBeyond(whenPending)}\` cannot be used with \`payment_behavior\` set to \`pending_if_incomplete\`.`,
      { param: firstBeyond(whenPending) },
    );
  if (change.proration_date !== undefined) assertProrationDate(ctx, subscription, change.proration_date);
}

export function assertUnscheduled({ schedule }: Subscription, param?: string): void {
  if (schedule === null) return;
  throw invalidRequest(
    `The subscription is managed by the subscription schedule \`${schedule}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
    { param },
  );
}

/** Within the current period of each item, and within the schedule's current phase. */
function assertProrationDate(
  { db }: Context,
  { items, schedule }: Subscription,
  proration_date: number,
): void {
  const periods = items.data.map(({ current_period_start: start, current_period_end: end }) => ({
    start,
    end,
  }));
  const phase = schedule && db.schedules.get(schedule).current_phase;
  if (phase) periods.push({ start: phase.start_date, end: phase.end_date });
  if (periods.every(({ start, end }) => start <= proration_date && proration_date <= end)) return;
  const within = phase
    ? "current billing period and the current phase of its schedule"
    : "current billing period";
  throw invalidRequest(`Invalid \`proration_date\`: it must be within the subscription's ${within}.`, {
    param: "proration_date",
  });
}
