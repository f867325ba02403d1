import { type Context, toPreviousAttributes } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { setTasks } from "./set-tasks.ts";

/** Keeps the subscription as it is now, sees to what will happen to it by itself, and reports it if anything changed. */
export function saveSubscription(
  ctx: Context,
  after: Subscription,
  before = ctx.db.subscriptions.get(after.id),
): Subscription {
  ctx.db.subscriptions.put(after);
  setTasks(ctx, after);
  if (Object.keys(toPreviousAttributes(before, after)).length > 0)
    ctx.emit("customer.subscription.updated", after, { before, customer: after.customer });
  return after;
}

export const changeSubscription = (ctx: Context, id: string, changes: Partial<Subscription>): Subscription =>
  saveSubscription(ctx, { ...ctx.db.subscriptions.get(id), ...changes });
