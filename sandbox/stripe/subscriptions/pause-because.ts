import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { saveSubscription } from "./save-subscription.ts";

type Reason = NonNullable<Subscription["status_details"]>["paused"]["subscription"]["type"];

/** No more invoices, and no new periods, until somebody resumes it. */
export function pauseBecause(ctx: Context, before: Subscription, type: Reason): Subscription {
  const { customer } = before;
  const paused = {
    subscription: { type },
    transitioned_at: ctx.now(customer),
    type: "subscription" as const,
  };
  const subscription = saveSubscription(ctx, { ...before, status: "paused", status_details: { paused } });
  ctx.emit("customer.subscription.paused", subscription, { customer });
  return subscription;
}
