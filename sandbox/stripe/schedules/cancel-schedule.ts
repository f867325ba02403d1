import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { cancelSubscription } from "../subscriptions/cancel-subscription.ts";
import { hasEnded } from "../subscriptions/statuses.ts";
import { Bool } from "../wire/parameters.ts";
import { assertLive } from "./is-live.ts";
import { saveSchedule } from "./save-schedule.ts";

const Params = z.strictObject({ invoice_now: Bool.default(true), prorate: Bool.default(true) });

export const cancelScheduleEndpoint = endpoint(
  "POST",
  "/v1/subscription_schedules/:schedule/cancel",
  Params,
  (ctx, params, ids) => cancelSchedule(ctx, ids.schedule, params),
);

/** Ends the schedule, and its subscription if it has one already. */
export function cancelSchedule(
  ctx: Context,
  id: string,
  how: { invoice_now: boolean; prorate: boolean },
): SubscriptionSchedule {
  const before = ctx.db.schedules.get(id);
  assertLive(before, "cancel");
  const { customer, subscription } = before;
  const canceled = saveSchedule(ctx, {
    ...before,
    status: "canceled",
    canceled_at: ctx.now(customer),
    current_phase: null,
  });
  ctx.emit("subscription_schedule.canceled", canceled, { customer });
  if (subscription && !hasEnded(ctx.db.subscriptions.get(subscription)))
    cancelSubscription(ctx, subscription, how);
  return canceled;
}
