import type Stripe from "stripe";
import { AppError } from "#errors.ts";
import { listPricedItems, type PricedItem, toLookupKey } from "./prices.ts";

/** The id of an item's present price at Stripe. */
export type PriceIds = (item: PricedItem) => string;

/** How many names Stripe looks up in one request. */
const CHUNK = 10;
const KEPT_MS = 60_000;

const known = new WeakMap<Stripe, { until: number; prices: Promise<Map<string, string>> }>();

/** Throws where Stripe does not have one. */
export async function getPriceIds(stripe: Stripe): Promise<PriceIds> {
  const find = await findPriceIds(stripe);
  return (item) => {
    const id = find(item);
    if (id !== null) return id;
    const message = "The plans' prices are not at Stripe yet. The operator runs `npm run stripe:setup`.";
    throw new AppError("billing_off", message);
  };
}

/** Remembered for a minute: the operator may change them. */
export async function findPriceIds(stripe: Stripe): Promise<(item: PricedItem) => string | null> {
  let found = known.get(stripe);
  if (found === undefined || found.until < Date.now()) {
    found = { until: Date.now() + KEPT_MS, prices: readPrices(stripe) };
    known.set(stripe, found);
  }
  const prices = await found.prices.catch((thrown: unknown) => {
    known.delete(stripe);
    throw thrown;
  });
  return (item) => {
    const id = prices.get(toLookupKey(item));
    if (id === undefined) known.delete(stripe);
    return id ?? null;
  };
}

async function readPrices(stripe: Stripe): Promise<Map<string, string>> {
  const keys = listPricedItems().map(toLookupKey);
  const prices = new Map<string, string>();
  for (let start = 0; start < keys.length; start += CHUNK) {
    const lookup_keys = keys.slice(start, start + CHUNK);
    for (const { lookup_key, id } of (await stripe.prices.list({ lookup_keys, active: true, limit: 100 }))
      .data)
      if (lookup_key !== null) prices.set(lookup_key, id);
  }
  return prices;
}
