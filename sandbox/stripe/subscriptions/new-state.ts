import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { findPeriodEnd } from "./cancel-at.ts";
import type { NewSubscription } from "./new-subscription.ts";
import { redeemDiscounts } from "./redeem-discounts.ts";
import { toBillingMode, toCollection, toPaymentSettings, toPendingInterval } from "./settings.ts";

type Timing = Pick<Subscription, "billing_cycle_anchor" | "trial_start" | "trial_end"> & { now: number };

/** A subscription as it was asked for, before anything is paid. */
export function newState(
  ctx: Context,
  given: NewSubscription,
  { id, items, timing }: { id: string; items: Subscription["items"]["data"]; timing: Timing },
): Subscription {
  const { customer } = given;
  const { now, ...times } = timing;
  const subscription: Subscription = {
    ...unused,
    ...times,
    id,
    object: "subscription",
    automatic_tax: { disabled_reason: null, enabled: given.automatic_tax?.enabled ?? false, liability: null },
    billing_cycle_anchor_config: toAnchorConfig(given),
    billing_mode: toBillingMode(given.billing_mode, now),
    ...toCollection(given, { collection_method: "charge_automatically", days_until_due: null }),
    created: now,
    currency: items[0]?.price.currency ?? "usd",
    customer,
    default_payment_method: given.default_payment_method ?? null,
    default_source: given.default_source ?? null,
    description: given.description ?? null,
    discounts: redeemDiscounts(ctx, given.discounts, { id, customer }) ?? [],
    items: {
      object: "list",
      data: items,
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    metadata: mergeMetadata({}, given.metadata),
    payment_settings: toPaymentSettings(given.payment_settings),
    ...toPendingInterval(given.pending_invoice_item_interval ?? null, times.billing_cycle_anchor, now),
    start_date: now,
    status: times.trial_end === null ? "incomplete" : "trialing",
    test_clock: ctx.clockOf(customer),
    trial_settings: given.trial_settings ?? {
      end_behavior: { billing_cycle_anchor: null, missing_payment_method: "create_invoice" },
    },
  };
  return withCancellation(subscription, given, now);
}

function withCancellation(subscription: Subscription, given: NewSubscription, now: number): Subscription {
  const { cancel_at, cancel_at_period_end = false } = given;
  if (cancel_at === undefined && !cancel_at_period_end) return subscription;
  const at = findPeriodEnd(subscription, cancel_at ?? "min_period_end");
  return { ...subscription, cancel_at: at, cancel_at_period_end, canceled_at: now };
}

function toAnchorConfig({ billing_cycle_anchor_config: config }: NewSubscription) {
  if (!config) return null;
  const { day_of_month, hour = null, minute = null, month = null, second = null } = config;
  return { day_of_month, hour, minute, month, second };
}

const unused = {
  application: null,
  application_fee_percent: null,
  billing_schedules: [],
  billing_thresholds: null,
  cancel_at: null,
  cancel_at_period_end: false,
  canceled_at: null,
  cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  customer_account: null,
  default_tax_rates: [],
  ended_at: null,
  invoice_settings: {
    account_tax_ids: null,
    custom_fields: null,
    description: null,
    footer: null,
    issuer: { type: "self" },
  },
  latest_invoice: null,
  livemode: false,
  managed_payments: null,
  next_pending_invoice_item_invoice: null,
  on_behalf_of: null,
  pause_collection: null,
  pending_invoice_item_interval: null,
  pending_setup_intent: null,
  pending_update: null,
  schedule: null,
  transfer_data: null,
} satisfies Partial<Subscription>;
