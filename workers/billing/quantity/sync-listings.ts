import { getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getPriceIds } from "../get-price-ids.ts";
import { withOperation } from "../operation.ts";
import { plans } from "../plans.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { countListings } from "./count-listings.ts";
import { findDrift } from "./find-drift.ts";
import { finishPending } from "./finish-pending.ts";
import { type Billed, readBilled } from "./read-billed.ts";
import { type Ledger, readLedger } from "./read-ledger.ts";
import { readProration } from "./read-proration.ts";
import { noteCount, recordCount } from "./record-count.ts";
import { sendChange } from "./send-change.ts";
import { DAY_MS, toDay } from "./to-day.ts";
import { toProrationDate } from "./to-proration-date.ts";

export interface SyncedListings {
  listings: number;
  /** What is billed now; null: nothing is billed by listing. */
  quantity: number | null;
  /** Whether this count has changed what is billed. */
  changed: boolean;
  /** What that adds to the next invoice, in cents; less than nothing is a credit. Null where nothing changed. */
  proration: number | null;
  /** Since when, or from when on, this number is billed: a UTC day. Null where nothing is billed by listing. */
  billedFrom: string | null;
}

type Source = "daily" | "manual";

/**
 * Counts the active listings of all connected accounts and brings the number to Stripe: once a day at most, from the
 * beginning of the UTC day. Where an account cannot be read nothing changes. Whatever a crash leaves is finished by the
 * next call.
 */
export async function syncListings(ctx: BillingContext, source: Source): Promise<SyncedListings> {
  const { listings } = await countListings(ctx, source === "daily" ? "job" : "person");
  // Counting as a job does may take minutes.
  const later = { ...ctx, now: await getNow(ctx.env) };
  return withOperation(later, "sync_listings", () => bill(later, listings, source));
}

async function bill(ctx: BillingContext, listings: number, source: Source): Promise<SyncedListings> {
  const ledger = await finishPending(ctx);
  const billed = await findBilled(ctx, ledger);
  const quantity = billed?.quantity ?? null;
  if (ledger.isUsedUp) {
    await noteCount(ctx, listings);
    const billedFrom = toDay(quantity === listings ? ctx.now : ctx.now + DAY_MS);
    return { listings, quantity, changed: false, proration: null, billedFrom: billed && billedFrom };
  }
  const change = await toChange(ctx, billed, { listings, source });
  await recordCount(ctx, listings, { change, drift: findDrift(ctx, ledger, billed, change !== null) });
  const unchanged = {
    listings,
    quantity,
    changed: false,
    proration: null,
    billedFrom: billed && toDay(ctx.now),
  };
  if (change === null || billed === null) return unchanged;

  const { pending } = await readLedger(ctx);
  const row = pending.find(({ id }) => id === change.id);
  if (row === undefined || (await sendChange(ctx, row, billed)) === "refused") {
    await syncCustomer(ctx);
    return { ...unchanged, billedFrom: null };
  }
  const { after } = await syncCustomer(ctx);
  const proration =
    after.customerId === null ? 0 : await readProration(createStripe(ctx.env), after.customerId, row);
  return { ...unchanged, quantity: listings, changed: true, proration };
}

async function findBilled({ env }: BillingContext, { account }: Ledger): Promise<Billed | null> {
  const { subscriptionId, endedAt } = account;
  if (getConfig(env).stripe === null || subscriptionId === null || endedAt !== null) return null;
  const billed = await readBilled(createStripe(env), subscriptionId);
  return billed !== null && plans[billed.plan].perListing !== null ? billed : null;
}

async function toChange(
  { env, now }: BillingContext,
  billed: Billed | null,
  { listings, source }: { listings: number; source: Source },
) {
  if (billed === null || billed.quantity === listings) return null;
  const { plan, item, quantity, subscription } = billed;
  const toPriceId = await getPriceIds(createStripe(env));
  return {
    id: crypto.randomUUID(),
    subscriptionId: subscription.id,
    itemId: item?.id ?? toPriceId({ plan, kind: "listing", interval: "month" }),
    fromQuantity: quantity,
    toQuantity: listings,
    prorationDate: toProrationDate(toDay(now), billed),
    source,
  };
}
