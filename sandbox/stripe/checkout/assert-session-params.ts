import { invalidRequest, missingParam } from "../core/errors.ts";
import type { SessionParams } from "./session-params.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Refuses what cannot go together. `now` is in seconds. */
export function assertSessionParams(params: SessionParams, now: number): void {
  if (!params.success_url) throw missingParam("success_url");
  if (params.customer && params.customer_email)
    throw invalidRequest("You may only specify one of these parameters: customer, customer_email.");
  if (params.customer_update && !params.customer)
    throw invalidRequest("`customer_update` can only be used with `customer`.", { param: "customer_update" });
  assertExpiry(params, now);
  assertTrial(params, now);
  assertModeFields(params);
}

function assertExpiry({ expires_at }: SessionParams, now: number): void {
  if (expires_at === undefined) return;
  const param = "expires_at";
  if (expires_at < now + 30 * minute)
    throw invalidRequest(
      "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
      { param },
    );
  if (expires_at > now + day)
    throw invalidRequest(
      "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
      { param },
    );
}

function assertTrial({ subscription_data = {} }: SessionParams, now: number): void {
  const { trial_end, trial_period_days } = subscription_data;
  if (trial_end === undefined) return;
  if (trial_period_days !== undefined)
    throw invalidRequest(
      "You may only specify one of these parameters: subscription_data[trial_end], subscription_data[trial_period_days].",
    );
  if (trial_end < now + 2 * day)
    throw invalidRequest("The `trial_end` date has to be at least 2 days in the future.", {
      param: "subscription_data[trial_end]",
    });
}

/** Some fields have a meaning in one mode only. */
function assertModeFields(params: SessionParams): void {
  const { mode } = params;
  const belongs = {
    subscription_data: ["subscription"],
    payment_method_collection: ["subscription"],
    payment_intent_data: ["payment"],
    setup_intent_data: ["setup"],
    customer_creation: ["payment", "setup"],
    line_items: ["payment", "subscription"],
  } as const;
  for (const [param, modes] of Object.entries(belongs))
    if (Reflect.get(params, param) !== undefined && !modes.some((allowed) => allowed === mode))
      throw invalidRequest(`You can not pass \`${param}\` in \`${mode}\` mode.`, { param });
}
