import { and, desc, eq, inArray } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts, billingChanges, listingCounts, quantityChanges } from "#directory/schema/index.ts";
import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";
import { toDay } from "./to-day.ts";

export type QuantityChange = typeof quantityChanges.$inferSelect;

/** What we have written down about an organization's listings. */
export interface Ledger {
  account: BillingAccount;
  /** Of the latest day that has been counted, today's included. */
  latest: typeof listingCounts.$inferSelect | null;
  /** Not carried out yet: a crash or Stripe has left it. */
  pending: QuantityChange[];
  last: QuantityChange | null;
  /** Whether the day's one change of the quantity has been made, by a count or with a change of plan. */
  isUsedUp: boolean;
  planChangedAt: number;
}

const PLAN_CHANGES = ["upgraded", "downgraded", "interval_changed"] as const;

export async function readLedger({ env, id, now }: BillingContext): Promise<Ledger> {
  const { orm } = forOrganization(env.DB, id);
  const [[account], [latest], changes, [planChange]] = await orm.batch([
    orm.select().from(billingAccounts).where(eq(billingAccounts.organizationId, id)),
    orm
      .select()
      .from(listingCounts)
      .where(eq(listingCounts.organizationId, id))
      .orderBy(desc(listingCounts.day))
      .limit(1),
    orm
      .select()
      .from(quantityChanges)
      .where(eq(quantityChanges.organizationId, id))
      .orderBy(desc(quantityChanges.day), desc(quantityChanges.createdAt))
      .limit(10),
    orm
      .select({ at: billingChanges.at })
      .from(billingChanges)
      .where(and(eq(billingChanges.organizationId, id), inArray(billingChanges.kind, [...PLAN_CHANGES])))
      .orderBy(desc(billingChanges.at))
      .limit(1),
  ]);
  if (account === undefined) throw new AppError("not_found", "Billing does not know this organization.");
  const ofSubscription = changes.filter(({ subscriptionId }) => subscriptionId === account.subscriptionId);
  const [last = null] = ofSubscription;
  const today = toDay(now);
  const planChangedAt = planChange?.at ?? 0;
  return {
    account,
    latest: latest ?? null,
    pending: changes.filter(({ state }) => state === "pending"),
    last,
    isUsedUp: (last?.day === today && last.state === "written") || toDay(planChangedAt) === today,
    planChangedAt,
  };
}
