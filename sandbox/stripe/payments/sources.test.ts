import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
const newCustomer = async () => (await stripe.customers.create({ email: "payer@example.com" })).id;

test("a token becomes the customer's default card, which can be charged", async () => {
  const customer = await newCustomer();
  const source = await stripe.customers.createSource(customer, { source: "tok_mastercard" });
  expect(source).toMatchObject({ object: "card", brand: "MasterCard", last4: "4444", customer });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: source.id });
  const payment = { amount: 500, currency: "usd", customer, payment_method: source.id, confirm: true };
  expect(await stripe.paymentIntents.create(payment)).toMatchObject({ status: "succeeded" });
});

test("a source is changed, listed and deleted; the next one is the default then", async () => {
  const customer = await newCustomer();
  const first = await stripe.customers.createSource(customer, { source: "tok_visa" });
  const second = await stripe.customers.createSource(customer, { source: "tok_amex" });
  const metadata = { foo: "bar" };
  expect(await stripe.customers.updateSource(customer, first.id, { metadata })).toMatchObject({ metadata });
  expect(await stripe.customers.retrieveSource(customer, first.id)).toMatchObject({ metadata });
  const { data } = await stripe.customers.listSources(customer);
  expect(data.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(await stripe.customers.deleteSource(customer, first.id)).toMatchObject({ deleted: true });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ default_source: second.id });
  await expect(stripe.customers.retrieveSource(customer, first.id)).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
  });
});

test("a token that is declined at once and an unknown one are refused", async () => {
  const customer = await newCustomer();
  const create = (source: string) => stripe.customers.createSource(customer, { source });
  await expect(create("tok_chargeDeclined")).rejects.toMatchObject({ statusCode: 402 });
  await expect(create("tok_nothing")).rejects.toMatchObject({ code: "resource_missing", param: "source" });
});
