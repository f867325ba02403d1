import type { Context } from "../core/context.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { isLive } from "./is-live.ts";

/** How long before its end a schedule says that it will end. */
const notice = 7 * 86_400;

/** Keeps the schedule as it is now, and sees to what will happen to it by itself. */
export function saveSchedule(ctx: Context, schedule: SubscriptionSchedule): SubscriptionSchedule {
  const { id, customer, current_phase, phases } = schedule;
  ctx.db.schedules.put(schedule);
  if (!isLive(schedule)) {
    ctx.unschedule("schedule.phase", id);
    ctx.unschedule("schedule.expiring", id);
    return schedule;
  }
  const boundary = current_phase?.end_date ?? phases[0]?.start_date;
  if (boundary !== undefined) ctx.schedule("schedule.phase", id, boundary, customer);
  const end = phases.at(-1)?.end_date;
  if (end !== undefined)
    ctx.schedule("schedule.expiring", id, Math.max(end - notice, ctx.now(customer)), customer);
  return schedule;
}

/** The same, and reports it. */
export function changeSchedule(
  ctx: Context,
  before: SubscriptionSchedule,
  changes: Partial<SubscriptionSchedule>,
): SubscriptionSchedule {
  const schedule = saveSchedule(ctx, { ...before, ...changes });
  ctx.emit("subscription_schedule.updated", schedule, { before, customer: schedule.customer });
  return schedule;
}
