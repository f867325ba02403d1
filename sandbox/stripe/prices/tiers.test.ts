import type Stripe from "stripe";
import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

/** What so many units cost on a first invoice. */
async function costOf(quantity: number, given: Partial<Stripe.PriceCreateParams>): Promise<number> {
  const price = await stripe.prices.create({
    currency: "usd",
    recurring: { interval: "month" },
    product_data: { name: "Listings" },
    ...given,
  });
  const customer = await stripe.customers.create();
  const { latest_invoice } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id, quantity }],
    payment_behavior: "default_incomplete",
    expand: ["latest_invoice"],
  });
  return Number(Reflect.get(Object(latest_invoice), "total"));
}

const tiers: Stripe.PriceCreateParams.Tier[] = [
  { up_to: 10, unit_amount: 500, flat_amount: 1000 },
  { up_to: "inf", unit_amount: 400 },
];

test("with graduated tiers each unit costs what its own tier says", async () => {
  const graduated = { billing_scheme: "tiered", tiers_mode: "graduated", tiers } as const;
  expect(await costOf(10, graduated)).toBe(1000 + 10 * 500);
  expect(await costOf(12, graduated)).toBe(1000 + 10 * 500 + 2 * 400);
});

test("with volume tiers all units cost what the last one's tier says", async () => {
  const volume = { billing_scheme: "tiered", tiers_mode: "volume", tiers } as const;
  expect(await costOf(10, volume)).toBe(1000 + 10 * 500);
  expect(await costOf(12, volume)).toBe(12 * 400);
});

test("units sold by the package are rounded to whole packages", async () => {
  const packaged = (round: "up" | "down") => ({
    unit_amount: 700,
    transform_quantity: { divide_by: 5, round },
  });
  expect(await costOf(11, packaged("up"))).toBe(3 * 700);
  expect(await costOf(11, packaged("down"))).toBe(2 * 700);
});
