import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription, SubscriptionItem, SubscriptionSchedule } from "../core/objects.ts";
import { changeSubscription } from "../subscriptions/save-subscription.ts";
import { hasEnded, minPeriodEnd } from "../subscriptions/statuses.ts";
import { newSchedule } from "./new-schedule.ts";
import type { Phase, PhaseItem } from "./phase.ts";
import { saveSchedule } from "./save-schedule.ts";
import { toDefaultSettings } from "./to-default-settings.ts";

/** A schedule over a subscription that exists: its one phase is what the subscription is until its period ends. */
export function fromSubscription(ctx: Context, id: string): SubscriptionSchedule {
  const subscription = ctx.db.subscriptions.get(id, "from_subscription");
  const { customer, schedule: attached } = subscription;
  if (attached)
    throw invalidRequest(
      `You cannot migrate a subscription that is already attached to a schedule: \`${attached}\`.`,
      { param: "from_subscription" },
    );
  if (hasEnded(subscription))
    throw invalidRequest(`You cannot migrate a subscription that is \`${subscription.status}\`.`, {
      param: "from_subscription",
    });
  const phase = toPhase(subscription);
  const { start_date, end_date } = phase;
  const empty = newSchedule(ctx, customer, subscription.billing_mode);
  const schedule = saveSchedule(ctx, {
    ...empty,
    current_phase: { start_date, end_date },
    default_settings: toDefaultSettings(empty.default_settings, {
      collection_method: subscription.collection_method,
      default_payment_method: subscription.default_payment_method ?? undefined,
      invoice_settings: { days_until_due: subscription.days_until_due ?? undefined },
    }),
    end_behavior: subscription.cancel_at === null ? "release" : "cancel",
    phases: [phase],
    status: "active",
    subscription: id,
  });
  ctx.emit("subscription_schedule.created", schedule, { customer });
  changeSubscription(ctx, id, { schedule: schedule.id });
  return schedule;
}

function toPhase(subscription: Subscription): Phase {
  const { cancel_at, currency, items, trial_end } = subscription;
  return {
    add_invoice_items: [],
    application_fee_percent: null,
    billing_cycle_anchor: null,
    billing_thresholds: null,
    collection_method: null,
    currency,
    default_payment_method: null,
    description: null,
    discounts: subscription.discounts.map((discount) => ({ coupon: null, discount, promotion_code: null })),
    end_date: cancel_at ?? minPeriodEnd(subscription),
    invoice_settings: null,
    items: items.data.map(toItem),
    metadata: {},
    on_behalf_of: null,
    proration_behavior: "create_prorations",
    start_date: Math.max(...items.data.map(({ current_period_start }) => current_period_start)),
    transfer_data: null,
    trial_end: subscription.status === "trialing" ? trial_end : null,
  };
}

const toItem = ({ price, quantity, metadata }: SubscriptionItem): PhaseItem => ({
  billing_thresholds: null,
  discounts: [],
  metadata,
  plan: price.id,
  price: price.id,
  ...(quantity === undefined ? {} : { quantity }),
});
