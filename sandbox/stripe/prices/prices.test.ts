import Stripe from "stripe";
import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

const newProduct = () => stripe.products.create({ name: "Active listing" });

async function newPrice(given: Partial<Stripe.PriceCreateParams> = {}) {
  const { id } = await newProduct();
  const recurring = { interval: "month" } as const;
  return stripe.prices.create({ product: id, currency: "usd", unit_amount: 500, recurring, ...given });
}

test("a price says what a unit costs and how often", async () => {
  const price = await newPrice({ metadata: { plan: "pro" } });
  expect(price).toMatchObject({
    object: "price",
    type: "recurring",
    billing_scheme: "per_unit",
    unit_amount: 500,
    recurring: { interval: "month", interval_count: 1, usage_type: "licensed", meter: null },
    metadata: { plan: "pro" },
  });
  expect(String(price.unit_amount_decimal)).toBe("500");
});

test("a fraction of a cent is kept as a decimal alone", async () => {
  const price = await newPrice({ unit_amount: undefined, unit_amount_decimal: Stripe.Decimal.from("0.250") });
  expect(price.unit_amount).toBeNull();
  expect(String(price.unit_amount_decimal)).toBe("0.25");
});

test("a price has exactly one amount", async () => {
  await expect(newPrice({ unit_amount: undefined })).rejects.toMatchObject({ code: "parameter_missing" });
  const both = newPrice({ unit_amount_decimal: Stripe.Decimal.from("500") });
  await expect(both).rejects.toMatchObject({ statusCode: 400, param: "unit_amount" });
});

test("what a price costs cannot be changed", async () => {
  const { id } = await newPrice();
  const refused = stripe.prices.update(id, Object({ unit_amount: 900 }));
  await expect(refused).rejects.toMatchObject({ code: "parameter_unknown", param: "unit_amount" });
  expect(await stripe.prices.retrieve(id)).toMatchObject({ unit_amount: 500 });
});

test("a lookup key belongs to one price until it is moved", async () => {
  const first = await newPrice({ lookup_key: "listings_monthly_moved" });
  const taken = newPrice({ lookup_key: "listings_monthly_moved" });
  await expect(taken).rejects.toThrow(`A price (\`${first.id}\`) already uses that lookup key.`);
  const second = await newPrice({ lookup_key: "listings_monthly_moved", transfer_lookup_key: true });
  const { data } = await stripe.prices.list({ lookup_keys: ["listings_monthly_moved", "nobody_has_it"] });
  expect(data.map(({ id }) => id)).toEqual([second.id]);
  expect((await stripe.prices.retrieve(first.id)).lookup_key).toBeNull();
});

test("at most ten lookup keys can be asked for", async () => {
  const lookup_keys = Array.from({ length: 11 }, (_, index) => `key_${index}`);
  await expect(stripe.prices.list({ lookup_keys })).rejects.toMatchObject({ param: "lookup_keys" });
});

test("a product can be made with its price, and prices are found by product, kind and state", async () => {
  const price = await newPrice({ product: undefined, product_data: { name: "Pro" } });
  const once = await newPrice({ product: String(price.product), recurring: undefined });
  await stripe.prices.update(once.id, { active: false });
  const idsOf = async (filter: Stripe.PriceListParams) =>
    (await stripe.prices.list({ product: String(price.product), ...filter })).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([once.id, price.id]);
  expect(await idsOf({ active: true })).toEqual([price.id]);
  expect(await idsOf({ type: "one_time" })).toEqual([once.id]);
  expect(await idsOf({ recurring: { interval: "month" } })).toEqual([price.id]);
  expect(await idsOf({ currency: "eur" })).toEqual([]);
});

test("tiers rise without a gap, end nowhere, and are shown only when asked for", async () => {
  const tiers: Stripe.PriceCreateParams.Tier[] = [
    { up_to: 10, flat_amount: 0 },
    { up_to: "inf", unit_amount: 300 },
  ];
  const tiered = { billing_scheme: "tiered", tiers_mode: "graduated", unit_amount: undefined } as const;
  const { id } = await newPrice({ ...tiered, tiers });
  expect(await stripe.prices.retrieve(id)).not.toHaveProperty("tiers");
  expect(await stripe.prices.retrieve(id, { expand: ["tiers"] })).toMatchObject({
    unit_amount: null,
    tiers_mode: "graduated",
    tiers: [
      { up_to: 10, flat_amount: 0, unit_amount: null },
      { up_to: null, flat_amount: null, unit_amount: 300 },
    ],
  });
  const endless = newPrice({ ...tiered, tiers: tiers.toReversed() });
  await expect(endless).rejects.toMatchObject({ param: "tiers" });
});

test("a metered price names its meter", async () => {
  const unnamed = newPrice({ recurring: { interval: "month", usage_type: "metered" } });
  await expect(unnamed).rejects.toMatchObject({ param: "recurring[meter]" });
});

test("a plan is a price under its older name", async () => {
  const product = await newProduct();
  const plan = await stripe.plans.create({
    currency: "usd",
    interval: "month",
    amount: 2000,
    product: product.id,
  });
  expect(plan).toMatchObject({ object: "plan", amount: 2000, interval_count: 1, usage_type: "licensed" });
  await stripe.plans.update(plan.id, { nickname: "Old" });
  expect(await stripe.prices.retrieve(plan.id)).toMatchObject({ unit_amount: 2000, nickname: "Old" });
  expect(await stripe.plans.del(plan.id)).toEqual(expect.objectContaining({ id: plan.id, deleted: true }));
  await expect(stripe.prices.retrieve(plan.id)).rejects.toMatchObject({ code: "resource_missing" });
});
