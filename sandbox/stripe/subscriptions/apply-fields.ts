import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { requireOwnPaymentMethod } from "../customers/require-own-payment-method.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { toCollection, toPaymentSettings, toPendingInterval } from "./settings.ts";
import type { SubscriptionChange } from "./subscription-change.ts";
import type { CancellationDetails } from "./subscription-params.ts";

/** The subscription with what costs nothing to change. When it ends is not among that. */
export function applyFields(ctx: Context, former: Subscription, change: SubscriptionChange): Subscription {
  const method = change.default_payment_method;
  if (method) requireOwnPaymentMethod(ctx, former.customer, method, "default_payment_method");
  const { automatic_tax, pending_invoice_item_interval: pending } = change;
  return {
    ...former,
    ...toCollection(change, former),
    ...(pending === undefined
      ? {}
      : toPendingInterval(pending, former.billing_cycle_anchor, ctx.now(former.customer))),
    automatic_tax: { ...former.automatic_tax, ...automatic_tax },
    cancellation_details: toCancellationDetails(former, change.cancellation_details),
    default_payment_method: change.default_payment_method ?? former.default_payment_method,
    default_source: change.default_source === undefined ? former.default_source : change.default_source,
    description: change.description === undefined ? former.description : change.description,
    metadata: mergeMetadata(former.metadata, change.metadata),
    pause_collection: toPauseCollection(ctx, former, change),
    payment_settings: toPaymentSettings(change.payment_settings, former.payment_settings),
    trial_settings: change.trial_settings ?? former.trial_settings,
  };
}

function toPauseCollection(
  ctx: Context,
  { pause_collection, customer }: Subscription,
  { pause_collection: given }: SubscriptionChange,
): Subscription["pause_collection"] {
  if (given === undefined) return pause_collection;
  if (given === null) return null;
  const { behavior, resumes_at = null } = given;
  if (resumes_at !== null && resumes_at <= ctx.now(customer))
    throw invalidRequest("`pause_collection[resumes_at]` must be in the future.", {
      param: "pause_collection[resumes_at]",
    });
  return { behavior, resumes_at };
}

export function toCancellationDetails(
  former: Subscription,
  given: CancellationDetails = {},
): Subscription["cancellation_details"] {
  const { comment, feedback } = given;
  const details = former.cancellation_details;
  return {
    comment: comment === undefined ? (details?.comment ?? null) : comment,
    feedback: feedback === undefined ? (details?.feedback ?? null) : feedback,
    feedback_option: null,
    reason: details?.reason ?? null,
  };
}
