import type { PlanName } from "./plans.ts";
import { plans } from "./plans.ts";
import type { Interval } from "./prices.ts";

/** What a subscription costs as it goes on. Cents. */
export interface RunningPrice {
  currency: "usd";
  /** For each interval. */
  base: number;
  interval: Interval;
  perListing: number;
  listings: number;
  /** Each month, whatever the interval. */
  listingsTotal: number;
}

export function toRunningPrice(
  { plan, interval }: { plan: PlanName; interval: Interval },
  listings: number,
): RunningPrice {
  const { base, perListing } = plans[plan];
  const each = perListing ?? 0;
  return {
    currency: "usd",
    base: base?.[interval] ?? 0,
    interval,
    perListing: each,
    listings,
    listingsTotal: each * listings,
  };
}
