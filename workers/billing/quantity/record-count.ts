import { eq } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts, billingDrifts, listingCounts, quantityChanges } from "#directory/schema/index.ts";
import type { BillingContext } from "../billing-context.ts";
import { toDay } from "./to-day.ts";

type NewChange = Omit<typeof quantityChanges.$inferInsert, "organizationId" | "day" | "createdAt" | "state">;
type NewDrift = Omit<typeof billingDrifts.$inferInsert, "organizationId" | "at">;

interface Recorded {
  /** What is to be changed at Stripe because of it. */
  change?: NewChange | null;
  drift?: NewDrift | null;
}

/** Writes a count down as the one that the day is billed by, together with what follows from it: all or nothing. */
export async function recordCount(
  { env, id, now }: BillingContext,
  listings: number,
  { change, drift }: Recorded = {},
): Promise<void> {
  const { orm } = forOrganization(env.DB, id);
  const at = Math.floor(now);
  const day = toDay(now);
  const count = { listings, countedAt: at };
  const row = change && { ...change, createdAt: at, state: "pending" as const, error: null };
  await orm.batch([
    orm
      .insert(listingCounts)
      .values({ organizationId: id, day, ...count })
      .onConflictDoUpdate({ target: [listingCounts.organizationId, listingCounts.day], set: count }),
    orm
      .update(billingAccounts)
      .set({ listings, listingsCountedAt: at })
      .where(eq(billingAccounts.organizationId, id)),
    ...(row
      ? [
          // A change that Stripe has refused earlier in the day makes room.
          orm
            .insert(quantityChanges)
            .values({ ...row, organizationId: id, day })
            .onConflictDoUpdate({
              target: [quantityChanges.organizationId, quantityChanges.day, quantityChanges.subscriptionId],
              set: row,
              setWhere: eq(quantityChanges.state, "refused"),
            }),
        ]
      : []),
    ...(drift
      ? [
          orm
            .insert(billingDrifts)
            .values({ ...drift, organizationId: id, at })
            .onConflictDoNothing(),
        ]
      : []),
  ]);
}

/** A count on a day whose quantity is settled: to be shown, and not what the day is billed by. */
export async function noteCount({ env, id, now }: BillingContext, listings: number): Promise<void> {
  await forOrganization(env.DB, id)
    .orm.update(billingAccounts)
    .set({ listings, listingsCountedAt: Math.floor(now) })
    .where(eq(billingAccounts.organizationId, id));
}
