import type Stripe from "stripe";
import type { PlanName } from "../plans.ts";
import { findItemKind, type Interval, type ItemKind } from "../prices.ts";

/** What is stored of a subscription as it is. Times are milliseconds. */
export interface SubscriptionColumns {
  subscriptionId: string;
  subscriptionStatus: string;
  interval: Interval;
  baseItemId: string | null;
  listingItemId: string | null;
  overageItemId: string | null;
  quantity: number | null;
  periodStart: number;
  periodEnd: number;
  cancelAt: number | null;
  canceledAt: number | null;
  endedAt: number | null;
}

export interface SubscriptionState {
  plan: PlanName;
  /** Cents. */
  mrr: number;
  /** Whether it ended because nobody paid. */
  hasFailed: boolean;
  columns: SubscriptionColumns;
}

type Item = Stripe.SubscriptionItem;

/** Null for a subscription in which nothing of ours is sold. */
export function toSubscriptionState(subscription: Stripe.Subscription): SubscriptionState | null {
  const { id, status, items, canceled_at, ended_at, cancellation_details } = subscription;
  const ours = items.data.flatMap((item) => {
    const sold = findItemKind(item.price.product);
    return sold === null ? [] : [{ item, ...sold }];
  });
  const find = (kind: ItemKind["kind"]) => ours.find((entry) => entry.kind === kind);
  const [base, listing, overage] = [find("base"), find("listing"), find("overage")];
  // The listings' item is monthly whatever the base is: its month is the month that counts.
  const main = listing ?? base;
  if (main === undefined) return null;
  return {
    plan: (base ?? main).plan,
    mrr: isEarning(status) ? Math.round(ours.reduce((sum, { item }) => sum + toMonthly(item), 0)) : 0,
    hasFailed: cancellation_details?.reason === "payment_failed",
    columns: {
      subscriptionId: id,
      subscriptionStatus: status,
      interval: base?.item.price.recurring?.interval === "year" ? "year" : "month",
      baseItemId: base?.item.id ?? null,
      listingItemId: listing?.item.id ?? null,
      overageItemId: overage?.item.id ?? null,
      quantity: listing?.item.quantity ?? null,
      periodStart: toMs(main.item.current_period_start),
      periodEnd: toMs(main.item.current_period_end),
      cancelAt: toCancelAt(subscription),
      canceledAt: toMsOrNull(canceled_at),
      endedAt: toMsOrNull(ended_at),
    },
  };
}

/** The portal sets a date, the API a flag for the end of the period; both mean the same. */
function toCancelAt({
  cancel_at,
  cancel_at_period_end,
  items,
  ended_at,
}: Stripe.Subscription): number | null {
  if (ended_at !== null) return null;
  if (cancel_at !== null) return toMs(cancel_at);
  if (!cancel_at_period_end) return null;
  return toMs(Math.max(...items.data.map(({ current_period_end }) => current_period_end)));
}

const isEarning = (status: string) => status === "active" || status === "past_due" || status === "trialing";

function toMonthly({ price, quantity = 0 }: Item): number {
  const { recurring, unit_amount } = price;
  if (recurring?.usage_type === "metered") return 0;
  const months = recurring?.interval === "year" ? 12 : 1;
  return ((unit_amount ?? 0) * quantity) / months;
}

export const toMs = (seconds: number) => seconds * 1_000;
const toMsOrNull = (seconds: number | null) => (seconds === null ? null : toMs(seconds));
