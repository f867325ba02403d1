import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionSchedule } from "../core/objects.ts";
import { cancelSubscription } from "../subscriptions/cancel-subscription.ts";
import { changeSubscription } from "../subscriptions/save-subscription.ts";
import { hasEnded } from "../subscriptions/statuses.ts";
import { isLive } from "./is-live.ts";
import { saveSchedule } from "./save-schedule.ts";

/** After its last phase a schedule lets go of its subscription, or ends it. */
export function finishSchedule(ctx: Context, schedule: SubscriptionSchedule): void {
  complete(ctx, schedule);
  if (!schedule.subscription) return;
  const subscription = ctx.db.subscriptions.get(schedule.subscription);
  if (schedule.end_behavior !== "cancel") changeSubscription(ctx, subscription.id, { schedule: null });
  else if (!hasEnded(subscription))
    cancelSubscription(ctx, subscription.id, { invoice_now: false, prorate: false });
}

function complete(ctx: Context, schedule: SubscriptionSchedule): void {
  const { customer } = schedule;
  const completed = saveSchedule(ctx, {
    ...schedule,
    status: "completed",
    completed_at: ctx.now(customer),
    current_phase: null,
  });
  ctx.emit("subscription_schedule.completed", completed, { customer });
}

/** For when a subscription ends: its schedule has nothing left to do. */
export function endScheduleOf(ctx: Context, { schedule: id, cancellation_details }: Subscription): void {
  const schedule = id ? ctx.db.schedules.find(id) : undefined;
  if (!schedule || !isLive(schedule)) return;
  const { customer, phases, end_behavior } = schedule;
  const now = ctx.now(customer);
  const end = phases.at(-1)?.end_date ?? now;
  if (end_behavior === "cancel" && end <= now) {
    complete(ctx, schedule);
    return;
  }
  const canceled = saveSchedule(ctx, {
    ...schedule,
    status: "canceled",
    canceled_at: now,
    current_phase: null,
  });
  const isDelinquent = cancellation_details?.reason === "payment_failed";
  ctx.emit(isDelinquent ? "subscription_schedule.aborted" : "subscription_schedule.canceled", canceled, {
    customer,
  });
}
