import type { Context } from "../core/context.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { noSettings } from "./to-default-settings.ts";

/** Empty yet, and not kept. */
export function newSchedule(
  ctx: Context,
  customer: string,
  billing_mode: SubscriptionSchedule["billing_mode"],
): SubscriptionSchedule {
  return {
    id: ctx.db.newId("sub_sched_"),
    object: "subscription_schedule",
    application: null,
    billing_mode,
    canceled_at: null,
    completed_at: null,
    created: ctx.now(customer),
    current_phase: null,
    customer,
    customer_account: null,
    default_settings: noSettings,
    end_behavior: "release",
    livemode: false,
    metadata: {},
    pause_schedules: [],
    phases: [],
    released_at: null,
    released_subscription: null,
    status: "not_started",
    subscription: null,
    test_clock: ctx.clockOf(customer),
  };
}
