import type Stripe from "stripe";
import type { PriceIds } from "../get-price-ids.ts";
import type { Choice } from "../paid-plan.ts";
import { plans } from "../plans.ts";
import { toLookupKey } from "../prices.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { OURS } from "../sync/to-schedule-state.ts";
import { toItems } from "../to-items.ts";
import { findSchedule } from "./release-schedule.ts";

interface Scheduling {
  subscription: Stripe.Subscription;
  account: BillingAccount;
  choice: Choice;
  priceOf: PriceIds;
}

/**
 * Another plan from the end of what is paid for. Nothing is given back, since nothing is left by then. A change that waits
 * there already is written over in one request, so that it is never lost on the way.
 */
export async function scheduleChange(stripe: Stripe, { subscription, ...wanted }: Scheduling): Promise<void> {
  const { id, phases, current_phase } =
    (await findSchedule(stripe, subscription)) ??
    (await stripe.subscriptionSchedules.create({ from_subscription: subscription.id }));
  const current = phases.find(({ start_date }) => start_date === current_phase?.start_date);
  if (current === undefined) throw new Error("A schedule of a subscription has no phase.");
  const discounts = current.discounts.map(({ discount }) => ({ discount: toId(discount) }));
  const shared = { proration_behavior: "none", ...(discounts.length > 0 && { discounts }) } as const;
  await stripe.subscriptionSchedules.update(id, {
    end_behavior: "release",
    metadata: OURS,
    proration_behavior: "none",
    phases: [
      {
        ...shared,
        items: subscription.items.data.map(({ price, quantity }) => ({ price: price.id, quantity })),
        start_date: current.start_date,
        end_date: toPeriodEnd(subscription, wanted.account),
        ...(current.trial_end !== null && { trial_end: current.trial_end }),
      },
      {
        ...shared,
        items: toNextItems(wanted),
        duration: { interval: wanted.choice.interval },
        metadata: { lookup_key: toMainLookupKey(wanted.choice) },
      },
    ],
  });
}

/** Of the base where there is one: a year of it may be paid for, while the listings are paid by the month. Seconds. */
export function toPeriodEnd({ items }: Stripe.Subscription, { baseItemId, listingItemId }: BillingAccount) {
  const main = items.data.find(({ id }) => id === (baseItemId ?? listingItemId));
  if (main === undefined) throw new Error("A subscription of ours has no item of ours.");
  return main.current_period_end;
}

/** As many listings as are paid for now: the daily count moves both. */
function toNextItems({ account, choice, priceOf }: Omit<Scheduling, "subscription">) {
  const isListed = account.listingItemId !== null || plans[choice.plan].base === null;
  const listings = isListed ? (account.quantity ?? 0) : null;
  const overage = account.overageItemId === null ? "refuse" : "bill";
  return toItems({ ...choice, listings, overage }, priceOf);
}

/** What the plan is known by. */
const toMainLookupKey = ({ plan, interval }: Choice) =>
  toLookupKey({ plan, kind: plans[plan].base === null ? "listing" : "base", interval });

const toId = (value: string | { id: string } | null) =>
  value === null || typeof value === "string" ? (value ?? undefined) : value.id;
