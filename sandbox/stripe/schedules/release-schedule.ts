import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { changeSubscription } from "../subscriptions/save-subscription.ts";
import { Bool } from "../wire/parameters.ts";
import { assertLive } from "./is-live.ts";
import { saveSchedule } from "./save-schedule.ts";

const Params = z.strictObject({ preserve_cancel_date: Bool.default(false) });

export const releaseSchedule = endpoint(
  "POST",
  "/v1/subscription_schedules/:schedule/release",
  Params,
  (ctx, { preserve_cancel_date }, ids) => release(ctx, ids.schedule, preserve_cancel_date),
);

/** The subscription goes on as it is, and nobody changes it any more but its owner. */
export function release(ctx: Context, id: string, preserve_cancel_date = false): SubscriptionSchedule {
  const before = ctx.db.schedules.get(id);
  assertLive(before, "release");
  const { customer, subscription, end_behavior } = before;
  const released = saveSchedule(ctx, {
    ...before,
    status: "released",
    released_at: ctx.now(customer),
    released_subscription: subscription,
    subscription: null,
    current_phase: null,
  });
  ctx.emit("subscription_schedule.released", released, { customer });
  const isEndKept = preserve_cancel_date || end_behavior !== "cancel";
  if (subscription)
    changeSubscription(ctx, subscription, {
      schedule: null,
      ...(isEndKept ? {} : { cancel_at: null, canceled_at: null }),
    });
  return released;
}
