import Stripe from "stripe";
import { plans } from "../plans.ts";
import { listPricedItems, type PricedItem, toLookupKey, toProductId } from "../prices.ts";
import type { Put } from "./set-up-stripe.ts";

/** How many Stripe finds at once. */
const LOOKUP_KEYS = 10;

/** A price that changed is a new one, which takes over the name; who has subscribed keeps the old one until they change. */
export async function putPrices(stripe: Stripe, meter: string): Promise<Put[]> {
  const items = listPricedItems();
  const found: Stripe.Price[] = [];
  for (let at = 0; at < items.length; at += LOOKUP_KEYS) {
    const lookup_keys = items.slice(at, at + LOOKUP_KEYS).map(toLookupKey);
    found.push(...(await stripe.prices.list({ lookup_keys, active: true, limit: 100 })).data);
  }
  const puts: Put[] = [];
  for (const item of items) {
    const lookup_key = toLookupKey(item);
    const known = found.find((price) => price.lookup_key === lookup_key);
    const wanted = toPrice(item, meter);
    const what = `price ${lookup_key}`;
    if (known && isAs(known, wanted)) puts.push({ what, id: known.id, outcome: "kept" });
    else {
      const { id } = await stripe.prices.create({ ...wanted, lookup_key, transfer_lookup_key: true });
      puts.push({ what, id, outcome: known ? "changed" : "made" });
    }
  }
  return puts;
}

function toPrice(item: PricedItem, meter: string) {
  const plan = plans[item.plan];
  const recurring = { interval: item.interval } as const;
  const shared = { currency: "usd", product: toProductId(item) };
  if (item.kind === "overage") {
    const perCall = Stripe.Decimal.from(plan.overagePerThousand ?? 0).div(
      Stripe.Decimal.from(1_000),
      12,
      "half-up",
    );
    const metered = { ...recurring, usage_type: "metered", meter } as const;
    return { ...shared, unit_amount_decimal: perCall, recurring: metered };
  }
  const unit_amount = item.kind === "listing" ? plan.perListing : plan.base?.[item.interval];
  return { ...shared, unit_amount: unit_amount ?? 0, recurring };
}

function isAs(price: Stripe.Price, wanted: ReturnType<typeof toPrice>): boolean {
  const amount =
    "unit_amount" in wanted ? Stripe.Decimal.from(wanted.unit_amount) : wanted.unit_amount_decimal;
  const { recurring, currency } = wanted;
  return (
    price.unit_amount_decimal?.eq(amount) === true &&
    price.currency === currency &&
    price.product === wanted.product &&
    price.recurring?.interval === recurring.interval &&
    price.recurring.meter === ("meter" in recurring ? recurring.meter : null)
  );
}
