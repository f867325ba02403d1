import { asc, eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts, billingChanges, listingCounts, quantityChanges } from "#directory/schema/index.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";
import { toDay } from "../quantity/to-day.ts";
import type { CountedCalls } from "./expect-usage.ts";

export type LedgerChange = Pick<
  typeof billingChanges.$inferSelect,
  | "id"
  | "at"
  | "kind"
  | "subscriptionId"
  | "fromPlan"
  | "toPlan"
  | "toInterval"
  | "toQuantity"
  | "effectiveAt"
>;
export type LedgerQuantity = Pick<
  typeof quantityChanges.$inferSelect,
  | "day"
  | "subscriptionId"
  | "fromQuantity"
  | "toQuantity"
  | "prorationDate"
  | "source"
  | "state"
  | "error"
  | "createdAt"
  | "writtenAt"
>;
export type LedgerCount = Pick<typeof listingCounts.$inferSelect, "day" | "listings" | "countedAt">;

/** What a bill follows from, in the order in which it happened. */
export interface Ledger {
  customerId: string | null;
  trialEndsAt: number | null;
  changes: LedgerChange[];
  quantities: LedgerQuantity[];
  counts: LedgerCount[];
  calls: CountedCalls[];
}

/** Null where billing knows nothing of the organization. */
export async function readLedger({ env, id }: BillingContext): Promise<Ledger | null> {
  const { orm } = forOrganization(env.DB, id);
  const [[account], changes, quantities, counts] = await orm.batch([
    orm.select().from(billingAccounts).where(eq(billingAccounts.organizationId, id)),
    orm
      .select()
      .from(billingChanges)
      .where(eq(billingChanges.organizationId, id))
      .orderBy(asc(billingChanges.at), asc(billingChanges.id)),
    orm
      .select()
      .from(quantityChanges)
      .where(eq(quantityChanges.organizationId, id))
      .orderBy(asc(quantityChanges.createdAt)),
    orm
      .select()
      .from(listingCounts)
      .where(eq(listingCounts.organizationId, id))
      .orderBy(asc(listingCounts.day)),
  ]);
  if (account === undefined) return null;
  const { customerId, trialEndsAt } = account;
  const overage = throwReceipt(await getOrganization(env, id).listOverage());
  const calls = overage.map(({ period, calls }) => ({ day: toDay(period), calls }));
  return { customerId, trialEndsAt, changes, quantities, counts, calls };
}
