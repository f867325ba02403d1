import { isPlanName, plans } from "../plans.ts";
import { toCents } from "../proof/expect-usage.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import type { UpcomingInvoice } from "./get-upcoming.ts";

/** What the next invoice will come to if listings stay as they were counted last. Cents and milliseconds. */
export interface ProjectedBill {
  currency: string;
  total: number;
  periodStart: number | null;
  periodEnd: number | null;
  /** Listings that are billed so far. */
  quantity: number;
  /** As they were counted last, and when; what differs is billed from the next count of a day on. */
  listings: number | null;
  listingsCountedAt: number | null;
  overage: { calls: number; amount: number };
}

/** Stripe hears of calls beyond the quota some time later: what the object has counted is what will be billed. */
export function projectBill(
  account: BillingAccount,
  { currency, total, lines }: Pick<UpcomingInvoice, "currency" | "total" | "lines">,
  calls: number,
): ProjectedBill {
  const { plan, listings, listingsCountedAt, periodStart, periodEnd } = account;
  const quantity = account.quantity ?? 0;
  const { perListing, overagePerThousand } = isPlanName(plan) ? plans[plan] : plans.free;
  const amount = account.overageItemId === null ? 0 : toCents(calls, overagePerThousand ?? 0);
  const known = lines.reduce((sum, line) => sum + (line.kind === "overage" ? line.amount : 0), 0);
  const isRenewed = lines.some(({ kind }) => kind === "listing");
  const added = isRenewed ? ((listings ?? quantity) - quantity) * (perListing ?? 0) : 0;
  return {
    currency,
    total: total + added + amount - known,
    periodStart,
    periodEnd,
    quantity,
    listings,
    listingsCountedAt,
    overage: { calls, amount },
  };
}
