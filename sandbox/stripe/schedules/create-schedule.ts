import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { requireOwnPaymentMethod } from "../customers/require-own-payment-method.ts";
import { NewSubscription } from "../subscriptions/new-subscription.ts";
import { toBillingMode } from "../subscriptions/settings.ts";
import { mergeMetadata, Text } from "../wire/parameters.ts";
import { fromSubscription } from "./from-subscription.ts";
import { newSchedule } from "./new-schedule.ts";
import { saveSchedule } from "./save-schedule.ts";
import { GivenPhase, StartDate, scheduleFields } from "./schedule-params.ts";
import { startSchedule } from "./start-schedule.ts";
import { toDefaultSettings } from "./to-default-settings.ts";
import { toPhases } from "./to-phases.ts";

const Params = z.strictObject({
  ...scheduleFields,
  billing_mode: NewSubscription.shape.billing_mode,
  customer: Text.optional(),
  from_subscription: Text.optional(),
  phases: z
    .array(GivenPhase.omit({ start_date: true }))
    .min(1)
    .optional(),
  start_date: StartDate.optional(),
});
type Params = z.output<typeof Params>;

export const createSchedule = endpoint("POST", "/v1/subscription_schedules", Params, (ctx, params) => {
  const { from_subscription, ...rest } = params;
  if (from_subscription === undefined) return fromScratch(ctx, rest);
  const [other] = Object.entries(rest).find(([, value]) => value !== undefined) ?? [];
  if (other)
    throw invalidRequest(`You cannot set \`${other}\` if \`from_subscription\` is set.`, { param: other });
  return fromSubscription(ctx, from_subscription);
});

function fromScratch(ctx: Context, params: Omit<Params, "from_subscription">): SubscriptionSchedule {
  const { customer, phases, start_date } = params;
  if (!customer) throw missingParam("customer");
  ctx.db.customers.get(customer, "customer");
  if (!phases) throw missingParam("phases");
  const now = ctx.now(customer);
  const start = requireStart(start_date, now);
  const empty = newSchedule(ctx, customer, toBillingMode(params.billing_mode, now));
  const method = params.default_settings?.default_payment_method;
  if (method) requireOwnPaymentMethod(ctx, customer, method, "default_settings[default_payment_method]");
  const schedule = saveSchedule(ctx, {
    ...empty,
    default_settings: toDefaultSettings(empty.default_settings, params.default_settings),
    end_behavior: params.end_behavior ?? "release",
    metadata: mergeMetadata({}, params.metadata),
    phases: toPhases(ctx, phases, { start, anchor: start, now }),
  });
  const made = start <= now ? startSchedule(ctx, schedule) : schedule;
  ctx.emit("subscription_schedule.created", made, { customer });
  return made;
}

const aMoment = 60;

/** A start of some seconds ago is meant to be now. */
function requireStart(given: number | "now" | undefined, now: number): number {
  if (given === undefined) throw missingParam("start_date");
  if (given === "now" || (given <= now && given > now - aMoment)) return now;
  if (given > now) return given;
  throw invalidRequest("A schedule of this stand-in cannot start in the past.", { param: "start_date" });
}
