import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import { cancelSubscription } from "../subscriptions/cancel-subscription.ts";
import { createSubscription } from "../subscriptions/create-subscription.ts";
import { resumeSubscription } from "../subscriptions/resume-subscription.ts";
import { updateSubscription } from "../subscriptions/update-subscription.ts";
import type { SubscriptionDetails } from "./preview-params.ts";

interface Rehearsal {
  customer: string;
  /** Null for one that does not exist yet. */
  subscription: string | null;
  details: SubscriptionDetails;
}

/** Makes or changes the subscription as the details have it. Only for rehearsals. */
export function rehearseSubscription(
  ctx: Context,
  { customer, subscription, details }: Rehearsal,
): string | null {
  const { billing_cycle_anchor: anchor, billing_mode, cancel_now, resume_at, ...change } = details;
  if (!subscription) {
    if (!change.items) return null;
    const { cancel_at, proration_date: _, items, ...fields } = change;
    return createSubscription(ctx, {
      ...fields,
      billing_cycle_anchor: typeof anchor === "number" ? anchor : undefined,
      billing_mode,
      cancel_at: cancel_at ?? undefined,
      customer,
      items: items.map(({ id: _id, deleted: _deleted, clear_usage: _usage, ...item }) => item),
      payment_behavior: "default_incomplete",
    }).subscription.id;
  }
  if (typeof anchor === "number")
    throw invalidRequest("A subscription's billing_cycle_anchor can be `now` or `unchanged`.", {
      param: "subscription_details[billing_cycle_anchor]",
    });
  const isChanged = Object.values({ ...change, anchor }).some((value) => value !== undefined);
  if (isChanged) updateSubscription(ctx, subscription, { ...change, billing_cycle_anchor: anchor });
  if (resume_at) resumeSubscription(ctx, subscription);
  if (cancel_now)
    cancelSubscription(ctx, subscription, {
      invoice_now: true,
      prorate: change.proration_behavior !== "none",
    });
  return subscription;
}
