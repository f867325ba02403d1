import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";

/** Whether a schedule is going to change the subscription: then its customer cannot, in the portal. */
export function hasFuturePhases(ctx: Context, { schedule: id, customer }: Subscription): boolean {
  const schedule = id ? ctx.db.schedules.find(id) : undefined;
  return schedule?.phases.some(({ start_date }) => start_date > ctx.now(customer)) ?? false;
}
