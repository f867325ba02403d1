import { getConfig } from "#env.ts";
import type { BillingContext } from "../billing-context.ts";
import { getAccount } from "../get-account.ts";
import { isSubscribed } from "../live-subscription.ts";
import { findOperation } from "../operation.ts";
import { isPlanName, type PlanName, plans } from "../plans.ts";
import type { Interval } from "../prices.ts";
import { type RunningPrice, toRunningPrice } from "../running-price.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { listLimits } from "./list-limits.ts";

/** Where the organization stands, as its people see it. Read from what the last sync wrote: Stripe is not asked. */
export async function getBilling(ctx: BillingContext) {
  const [account, { limits }] = await Promise.all([getAccount(ctx), listLimits(ctx)]);
  const plan = toPlanName(account.plan);
  return {
    isBillingOn: getConfig(ctx.env).stripe !== null,
    plan,
    planName: plans[plan].name,
    status: account.status,
    trialEndsAt: account.status === "trialing" ? account.trialEndsAt : null,
    subscription: isSubscribed(account) ? toSubscription(account, plan) : null,
    listings: { counted: account.listings, countedAt: account.listingsCountedAt, paidFor: account.quantity },
    openInvoice:
      account.openInvoiceId === null ? null : { id: account.openInvoiceId, url: account.openInvoiceUrl },
    overage: account.overage,
    keptUntil: account.keptUntil,
    usage: limits,
    operation: findOperation(account, ctx.now)?.name ?? null,
  };
}

function toSubscription(account: BillingAccount, plan: PlanName) {
  const interval = account.interval ?? "month";
  return {
    status: account.subscriptionStatus,
    interval,
    price: toRunningPrice({ plan, interval }, account.quantity ?? 0),
    periodStart: account.periodStart,
    periodEnd: account.periodEnd,
    nextBill: toNextBill(account, { plan, interval }),
    cancelAt: account.cancelAt,
    pastDueSince: account.pastDueSince,
    scheduledChange:
      account.nextAt === null
        ? null
        : { plan: account.nextPlan, interval: account.nextInterval, at: account.nextAt },
  };
}

/** What the next month brings, before prorations and usage; null where it does not come. */
export function toNextBill(account: BillingAccount, present: { plan: PlanName; interval: Interval }) {
  const { periodEnd: at, cancelAt, nextAt, quantity } = account;
  if (at === null || (cancelAt !== null && cancelAt <= at)) return null;
  const isOther = nextAt !== null && nextAt <= at && isPlanName(account.nextPlan);
  const next = isOther
    ? { plan: toPlanName(account.nextPlan), interval: account.nextInterval ?? "month" }
    : present;
  return { at, amount: toMonthly(toRunningPrice(next, quantity ?? 0)) };
}

/** A year's base comes once a year, with a bill of its own. */
const toMonthly = ({ base, interval, listingsTotal }: RunningPrice) =>
  listingsTotal + (interval === "month" || listingsTotal === 0 ? base : 0);

export const toPlanName = (name: string | null): PlanName => (isPlanName(name) ? name : "free");
