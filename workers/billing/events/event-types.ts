import type Stripe from "stripe";

/**
 * What the webhook endpoint asks for: all that tells of a change in what we keep. What an event says is never taken over,
 * since it may be old and another may have overtaken it: each sets off a reading of everything. `invoice.created` is not
 * among them, because Stripe would hold renewals back until it is answered.
 */
export const eventTypes = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "customer.deleted",
  "customer.subscription.created",
  "customer.subscription.deleted",
  "customer.subscription.paused",
  "customer.subscription.pending_update_applied",
  "customer.subscription.pending_update_expired",
  "customer.subscription.resumed",
  "customer.subscription.updated",
  "customer.updated",
  "invoice.finalization_failed",
  "invoice.finalized",
  "invoice.marked_uncollectible",
  "invoice.paid",
  "invoice.payment_action_required",
  "invoice.payment_failed",
  "invoice.updated",
  "invoice.voided",
  "subscription_schedule.aborted",
  "subscription_schedule.canceled",
  "subscription_schedule.completed",
  "subscription_schedule.released",
  "subscription_schedule.updated",
] as const satisfies Stripe.WebhookEndpointCreateParams.EnabledEvent[];

const known: ReadonlySet<string> = new Set(eventTypes);

export const isHandled = (type: string) => known.has(type);
