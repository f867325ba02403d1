import type { Context } from "../core/context.ts";
import { addPrice } from "../prices/add-price.ts";
import { NewPrice } from "../prices/price-params.ts";
import { addProduct } from "../products/create-product.ts";

interface Plan {
  name: string;
  /** By lookup key. */
  prices: Record<string, { unit_amount: number; interval: "month" | "year" }>;
}

const plans: Plan[] = [
  {
    name: "Starter",
    prices: {
      starter_monthly: { unit_amount: 2900, interval: "month" },
      starter_yearly: { unit_amount: 29_000, interval: "year" },
    },
  },
  {
    name: "Pro",
    prices: {
      pro_monthly: { unit_amount: 9900, interval: "month" },
      pro_yearly: { unit_amount: 99_000, interval: "year" },
    },
  },
  { name: "Active listing", prices: { listing_monthly: { unit_amount: 500, interval: "month" } } },
];

/** The ids of the prices by their lookup keys. What has such a key already stays. */
export function seedCatalogue(ctx: Context): Record<string, string> {
  return Object.fromEntries(plans.flatMap((plan) => seedPlan(ctx, plan)));
}

function seedPlan(ctx: Context, { name, prices }: Plan): [string, string][] {
  const known = Object.keys(prices).flatMap((key) => ctx.db.prices.by("lookup_key", key));
  const product = known[0]?.product ?? addProduct(ctx, { name }).id;
  return Object.entries(prices).map(([lookup_key, { unit_amount, interval }]) => {
    const price =
      known.find((candidate) => candidate.lookup_key === lookup_key) ??
      addPrice(
        ctx,
        product,
        NewPrice.parse({
          currency: "usd",
          unit_amount: String(unit_amount),
          lookup_key,
          recurring: { interval },
        }),
      );
    return [lookup_key, price.id];
  });
}
