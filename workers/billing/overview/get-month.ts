import { getConfig } from "#env.ts";
import type { BillingContext } from "../billing-context.ts";
import { getAccount } from "../get-account.ts";
import { isSubscribed } from "../live-subscription.ts";
import { type PlanName, trial } from "../plans.ts";
import { toRunningPrice } from "../running-price.ts";
import { toNextBill, toPlanName } from "./get-billing.ts";

export interface Month {
  /** Whether anything can be bought here. */
  isBillingOn: boolean;
  isSubscribed: boolean;
  plan: PlanName;
  /** Cents. */
  perListing: number;
  /** Null: they were never counted. */
  listings: number | null;
  /** Cents; null where nothing will be billed, or where the listings are yet to be counted. */
  total: number | null;
  at: number | null;
}

/** What a month costs: as subscribed, and without a subscription what the plan of the trial would. */
export async function getMonth(ctx: BillingContext): Promise<Month> {
  const account = await getAccount(ctx);
  const isBillingOn = getConfig(ctx.env).stripe !== null;
  if (!isSubscribed(account)) {
    const { listings } = account;
    const price = toRunningPrice({ plan: trial.plan, interval: "month" }, listings ?? 0);
    const total = listings === null ? null : price.base + price.listingsTotal;
    const { perListing } = price;
    return { isBillingOn, isSubscribed: false, plan: trial.plan, perListing, listings, total, at: null };
  }
  const plan = toPlanName(account.plan);
  const interval = account.interval ?? "month";
  const { listings, perListing } = toRunningPrice({ plan, interval }, account.quantity ?? 0);
  const next = toNextBill(account, { plan, interval });
  const bill = { total: next?.amount ?? null, at: next?.at ?? null };
  return { isBillingOn, isSubscribed: true, plan, perListing, listings, ...bill };
}
