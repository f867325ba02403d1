import { and, asc, eq, gte } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingDrifts, listingCounts, quantityChanges } from "#directory/schema/index.ts";
import type { BillingContext } from "../billing-context.ts";
import { getAccount } from "../get-account.ts";
import { DAY_MS, toDay } from "./to-day.ts";

const DAYS = 90;

/** What was counted and billed in the last ninety days, and where Stripe said something else; oldest first. */
export async function listListingHistory(ctx: BillingContext) {
  const { env, id, now } = ctx;
  const { orm } = forOrganization(env.DB, id);
  const since = now - DAYS * DAY_MS;
  const [account, [counts, changes, drifts]] = await Promise.all([
    getAccount(ctx),
    orm.batch([
      orm
        .select({
          day: listingCounts.day,
          listings: listingCounts.listings,
          countedAt: listingCounts.countedAt,
        })
        .from(listingCounts)
        .where(and(eq(listingCounts.organizationId, id), gte(listingCounts.day, toDay(since))))
        .orderBy(asc(listingCounts.day)),
      orm
        .select({
          day: quantityChanges.day,
          from: quantityChanges.fromQuantity,
          to: quantityChanges.toQuantity,
          source: quantityChanges.source,
          state: quantityChanges.state,
        })
        .from(quantityChanges)
        .where(and(eq(quantityChanges.organizationId, id), gte(quantityChanges.day, toDay(since))))
        .orderBy(asc(quantityChanges.day)),
      orm
        .select({
          at: billingDrifts.at,
          kind: billingDrifts.kind,
          expected: billingDrifts.expected,
          found: billingDrifts.found,
          cause: billingDrifts.cause,
          repairedAt: billingDrifts.repairedAt,
        })
        .from(billingDrifts)
        .where(
          and(
            eq(billingDrifts.organizationId, id),
            gte(billingDrifts.at, since),
            eq(billingDrifts.kind, "quantity"),
          ),
        )
        .orderBy(asc(billingDrifts.at)),
    ]),
  ]);
  const { listings, listingsCountedAt, listingSyncError, nextListingSyncAt, quantity } = account;
  return {
    listings,
    listingsCountedAt,
    listingSyncError,
    nextListingSyncAt,
    quantity,
    counts,
    changes,
    drifts,
  };
}
