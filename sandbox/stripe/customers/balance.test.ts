import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

test("each change of a balance is written down with what it led to", async () => {
  const { id } = await stripe.customers.create();
  const credit = await stripe.customers.createBalanceTransaction(id, {
    amount: -1500,
    currency: "usd",
    description: "Sorry",
  });
  expect(credit).toMatchObject({ amount: -1500, ending_balance: -1500, type: "adjustment", customer: id });
  await stripe.customers.createBalanceTransaction(id, { amount: 500, currency: "usd" });
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -1000, currency: "usd" });
  const { data } = await stripe.customers.listBalanceTransactions(id);
  expect(data.map(({ amount, ending_balance }) => [amount, ending_balance])).toEqual([
    [500, -1000],
    [-1500, -1500],
  ]);
  expect(await stripe.customers.retrieveBalanceTransaction(id, credit.id)).toMatchObject({ amount: -1500 });
});

test("a balance set at once is a transaction too", async () => {
  const { id } = await stripe.customers.create({ balance: -700 });
  await stripe.customers.update(id, { balance: -200 });
  const { data } = await stripe.customers.listBalanceTransactions(id);
  expect(data.map(({ type, amount }) => [type, amount])).toEqual([
    ["adjustment", 500],
    ["initial", -700],
  ]);
});

test("a customer has one currency for ever", async () => {
  const { id } = await stripe.customers.create({ balance: -700 });
  const refused = stripe.customers.createBalanceTransaction(id, { amount: -1, currency: "eur" });
  await expect(refused).rejects.toThrow("You cannot combine currencies on a single customer.");
  expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: -700 });
});

test("a transaction is not found under another customer", async () => {
  const [owner, other] = [await stripe.customers.create(), await stripe.customers.create()];
  const { id } = await stripe.customers.createBalanceTransaction(owner.id, { amount: 1, currency: "usd" });
  const refused = stripe.customers.retrieveBalanceTransaction(other.id, id);
  await expect(refused).rejects.toMatchObject({ statusCode: 404 });
});
