import { createRoute, z } from "@hono/zod-openapi";
import { listListingHistory } from "#billing/quantity/list-listing-history.ts";
import { syncListings } from "#billing/quantity/sync-listings.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";
import { BILLING, limitRate, toBillingContext, withAudit } from "./to-billing-context.ts";

const Day = z.string().describe("UTC, YYYY-MM-DD");

const Synced = z
  .object({
    listings: z.number().describe("Active listings, counted now in all connected accounts"),
    quantity: z.number().nullable().describe("Listings that are billed now"),
    changed: z.boolean(),
    proration: z.number().nullable().describe("Cents that the change adds to the next invoice"),
    billedFrom: Day.nullable().describe("From which day on this number of listings is billed"),
    message: z.string(),
  })
  .openapi("SyncedListings");

const sync = createRoute({
  method: "post",
  path: `${BILLING}/sync-listings`,
  operationId: "syncListings",
  summary: "Count the active listings now and bring the number to the subscription",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization },
  responses: { 200: json("What came of it", Synced), ...refusals },
});

const Drift = z.object({
  at: z.number(),
  kind: z.string(),
  expected: z.string(),
  found: z.string(),
  cause: z.string(),
  repairedAt: z.number().nullable(),
});

const History = z
  .object({
    listings: z.number().nullable(),
    listingsCountedAt: z.number().nullable(),
    listingSyncError: z.string().nullable().describe("Why the last daily count failed: an error code"),
    nextListingSyncAt: z.number().nullable(),
    quantity: z.number().nullable().describe("Listings that are billed now"),
    counts: z.array(z.object({ day: Day, listings: z.number(), countedAt: z.number() })),
    changes: z.array(
      z.object({
        day: Day,
        from: z.number(),
        to: z.number(),
        source: z.enum(["daily", "manual"]),
        state: z.enum(["pending", "written", "refused"]),
      }),
    ),
    drifts: z.array(Drift),
  })
  .openapi("ListingHistory");

const history = createRoute({
  method: "get",
  path: `${BILLING}/listings`,
  operationId: "listListingCounts",
  summary:
    "Listings as they were counted and billed in the last 90 days, and where Stripe said something else",
  ...permitted({ billing: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The counts", History), ...refusals },
});

export const billingListings = createApi()
  .openapi(sync, async (c) => {
    await limitRate(c, "sync-listings");
    const synced = await withAudit(c, { action: "billing/sync_listings" }, (ctx) =>
      syncListings(ctx, "manual"),
    );
    return c.json({ ...synced, message: describe(synced) }, 200);
  })
  .openapi(history, async (c) => c.json(await listListingHistory(await toBillingContext(c)), 200));

function describe({ listings, quantity, changed, billedFrom }: Awaited<ReturnType<typeof syncListings>>) {
  if (quantity === null) return `${listings} active listings. Nothing is billed by listing.`;
  if (changed) return `${listings} active listings are billed from ${billedFrom} on.`;
  if (billedFrom === null)
    return `${listings} active listings. Stripe did not take the change; ${quantity} are billed.`;
  if (listings === quantity) return `${listings} active listings, as billed.`;
  return `${listings} active listings. Today's change is made already: they are billed from ${billedFrom} on.`;
}
