import type { TaskHandler } from "../core/run-due-tasks.ts";
import { isLive } from "./is-live.ts";

/** Some days before a schedule ends. */
export const announceEnd: TaskHandler = (ctx, id) => {
  const schedule = ctx.db.schedules.find(id);
  if (schedule && isLive(schedule))
    ctx.emit("subscription_schedule.expiring", schedule, { customer: schedule.customer });
};
