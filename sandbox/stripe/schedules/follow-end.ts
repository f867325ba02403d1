import type { Context } from "../core/context.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { changeSubscription } from "../subscriptions/save-subscription.ts";

/** The subscription ends when a schedule does that ends with it, and not otherwise. */
export function followEnd(
  ctx: Context,
  { subscription: id, end_behavior, phases }: SubscriptionSchedule,
): void {
  if (!id) return;
  const { cancel_at: former, customer } = ctx.db.subscriptions.get(id);
  const cancel_at = end_behavior === "cancel" ? (phases.at(-1)?.end_date ?? null) : null;
  if (former === cancel_at) return;
  const canceled_at = cancel_at === null ? null : ctx.now(customer);
  changeSubscription(ctx, id, { cancel_at, cancel_at_period_end: false, canceled_at });
}
