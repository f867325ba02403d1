import type { Context } from "../core/context.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { createSubscription } from "../subscriptions/create-subscription.ts";
import type { NewSubscription } from "../subscriptions/new-subscription.ts";
import { followEnd } from "./follow-end.ts";
import type { Phase } from "./phase.ts";
import { saveSchedule } from "./save-schedule.ts";

/** Makes the subscription that the first phase describes. Its first invoice waits for an hour, as those of renewals do. */
export function startSchedule(ctx: Context, schedule: SubscriptionSchedule): SubscriptionSchedule {
  const [phase] = schedule.phases;
  if (!phase) throw new Error(`${schedule.id} has no phases`);
  const { subscription } = createSubscription(ctx, toNew(schedule, phase), { schedule: schedule.id });
  const { start_date, end_date } = phase;
  const started = saveSchedule(ctx, {
    ...schedule,
    status: "active",
    subscription: subscription.id,
    current_phase: { start_date, end_date },
  });
  followEnd(ctx, started);
  return started;
}

function toNew(
  { customer, default_settings, billing_mode }: SubscriptionSchedule,
  phase: Phase,
): NewSubscription {
  const { days_until_due } = phase.invoice_settings ?? default_settings.invoice_settings;
  const description = phase.description ?? default_settings.description;
  return {
    customer,
    items: phase.items.map(({ price, quantity, metadata }) => ({
      price: String(price),
      ...(quantity === undefined ? {} : { quantity }),
      metadata: metadata ?? {},
    })),
    billing_mode: { type: billing_mode.type },
    metadata: phase.metadata ?? {},
    ...(phase.trial_end === null ? {} : { trial_end: phase.trial_end }),
    ...(description ? { description } : {}),
    collection_method:
      phase.collection_method ?? default_settings.collection_method ?? "charge_automatically",
    ...(days_until_due === null ? {} : { days_until_due }),
    default_payment_method:
      phase.default_payment_method ?? default_settings.default_payment_method ?? undefined,
    discounts: phase.discounts.map(({ coupon }) => ({ coupon: coupon ?? "" })),
    add_invoice_items: phase.add_invoice_items.map(({ price, quantity }) => ({
      price,
      quantity: quantity ?? 1,
    })),
  };
}
