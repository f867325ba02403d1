import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";

const notice = 3 * 86_400;

/** Three days before, or at once if it ends sooner. */
export function announceTrialEnd(ctx: Context, subscription: Subscription): void {
  const { id, customer, status, trial_end } = subscription;
  ctx.unschedule("subscription.trial_will_end", id);
  if (status !== "trialing" || trial_end === null) return;
  const at = trial_end - notice;
  if (at > ctx.now(customer)) ctx.schedule("subscription.trial_will_end", id, at, customer);
  else tellTrialWillEnd(ctx, id);
}

/** For a trial that ended before anybody was told that it would. */
export function announceTrialEnded(ctx: Context, before: Subscription, now: number): void {
  const { id, customer, trial_end } = before;
  ctx.unschedule("subscription.trial_will_end", id);
  if ((trial_end ?? 0) - now > notice)
    ctx.emit("customer.subscription.trial_will_end", ctx.db.subscriptions.get(id), { customer });
}

export function tellTrialWillEnd(ctx: Context, id: string): void {
  const subscription = ctx.db.subscriptions.find(id);
  if (subscription?.status === "trialing")
    ctx.emit("customer.subscription.trial_will_end", subscription, { customer: subscription.customer });
}
