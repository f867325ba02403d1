import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionSchedule } from "../core/objects.ts";
import type { TaskHandler } from "../core/run-due-tasks.ts";
import { enterPhase } from "./enter-phase.ts";
import { finishSchedule } from "./finish-schedule.ts";
import { isLive } from "./is-live.ts";
import { changeSchedule } from "./save-schedule.ts";
import { startSchedule } from "./start-schedule.ts";

/** Brings a schedule into the phase that it should be in by now. */
export function advanceSchedule(ctx: Context, schedule: SubscriptionSchedule): void {
  const now = ctx.now(schedule.customer);
  const { phases, current_phase } = schedule;
  const [first] = phases;
  if (!isLive(schedule) || !first || first.start_date > now) return;
  if (schedule.status === "not_started") {
    const started = startSchedule(ctx, schedule);
    ctx.emit("subscription_schedule.updated", started, { before: schedule, customer: schedule.customer });
    return;
  }
  if (current_phase && current_phase.end_date > now) return;
  const next = phases.find(({ start_date, end_date }) => start_date <= now && now < end_date);
  if (!next) {
    finishSchedule(ctx, schedule);
    return;
  }
  const { start_date, end_date } = next;
  const changed = changeSchedule(ctx, schedule, { current_phase: { start_date, end_date } });
  enterPhase(ctx, changed, next, next.proration_behavior);
}

export const advanceWhenDue: TaskHandler = (ctx, id) => {
  const schedule = ctx.db.schedules.find(id);
  if (schedule) advanceSchedule(ctx, schedule);
};

/** For before a subscription is renewed: what begins at that same second is what it is renewed as. */
export function enterDuePhase(ctx: Context, { schedule }: Subscription): void {
  if (schedule) advanceSchedule(ctx, ctx.db.schedules.get(schedule));
}
