import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

test("a product is kept, changed and found", async () => {
  const { id } = await stripe.products.create({
    name: "Pro",
    metadata: { tier: "2" },
    url: "https://x.example",
  });
  const updated = await stripe.products.update(id, { description: "All of it", active: false, url: "" });
  expect(updated).toMatchObject({
    name: "Pro",
    description: "All of it",
    active: false,
    url: null,
    metadata: { tier: "2" },
  });
  expect((await stripe.products.list({ ids: [id], active: false })).data).toHaveLength(1);
  expect((await stripe.products.list({ ids: [id], active: true })).data).toHaveLength(0);
});

test("a product can come with its default price, which must be its own", async () => {
  const recurring = { interval: "year" } as const;
  const product = await stripe.products.create({
    name: "Pro",
    default_price_data: { currency: "usd", unit_amount: 9900, recurring },
  });
  expect(await stripe.prices.retrieve(String(product.default_price))).toMatchObject({
    product: product.id,
    unit_amount: 9900,
    recurring: { interval: "year" },
  });
  const other = await stripe.products.create({ name: "Other" });
  const stolen = stripe.products.update(other.id, { default_price: String(product.default_price) });
  await expect(stolen).rejects.toMatchObject({ param: "default_price" });
});

test("a product is deleted only while nothing is sold under it", async () => {
  const { id } = await stripe.products.create({ name: "Pro" });
  const spare = await stripe.products.create({ name: "Spare" });
  await stripe.prices.create({ product: id, currency: "usd", unit_amount: 100 });
  await expect(stripe.products.del(id)).rejects.toThrow("one or more user-created prices");
  expect(await stripe.products.del(spare.id)).toMatchObject({ id: spare.id, deleted: true });
  await expect(stripe.products.retrieve(spare.id)).rejects.toMatchObject({ statusCode: 404 });
});

test("an id of one's own choice is taken once", async () => {
  await stripe.products.create({ id: "prod_chosen", name: "Pro" });
  const again = stripe.products.create({ id: "prod_chosen", name: "Pro" });
  await expect(again).rejects.toMatchObject({ code: "resource_already_exists" });
});
