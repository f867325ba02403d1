import { expect, test } from "vitest";
import { z } from "zod";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

const Snapshot = z.looseObject({ customer: z.string().nullish() });

/** The types of what happened to a customer's payments, oldest first. */
async function eventsOf(customer: string): Promise<string[]> {
  const { created } = z.object({ created: z.int() }).parse(await stripe.customers.retrieve(customer));
  const list = stripe.events.list({ limit: 100, created: { gte: created } });
  const theirs = (await list.autoPagingToArray({ limit: 1000 })).filter(
    ({ data: { object } }) => Snapshot.parse(object).customer === customer,
  );
  return theirs.map(({ type }) => type).toReversed();
}

const newCustomer = async () => (await stripe.customers.create({ email: "payer@example.com" })).id;

test("a payment tells of its charge and of itself, whatever comes of it", async () => {
  const customer = await newCustomer();
  const pay = (payment_method: string) =>
    stripe.paymentIntents.create({ amount: 500, currency: "usd", customer, payment_method, confirm: true });
  await pay("pm_card_visa");
  await expect(pay("pm_card_chargeDeclined")).rejects.toMatchObject({ statusCode: 402 });
  await pay("pm_card_authenticationRequired");
  await pay("pm_usBankAccount");
  const { id } = await stripe.paymentIntents.create({ amount: 500, currency: "usd", customer });
  await stripe.paymentIntents.cancel(id);
  expect((await eventsOf(customer)).toSorted()).toEqual([
    "charge.failed",
    "charge.pending",
    "charge.succeeded",
    "payment_intent.canceled",
    "payment_intent.created",
    "payment_intent.created",
    "payment_intent.created",
    "payment_intent.created",
    "payment_intent.created",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "payment_intent.requires_action",
    "payment_intent.succeeded",
  ]);
});

test("payment methods, set-ups and sources tell of themselves", async () => {
  const customer = await newCustomer();
  const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.paymentMethods.update(id, { metadata: { a: "1" } });
  await stripe.setupIntents.create({ customer, payment_method: id, confirm: true });
  const source = await stripe.customers.createSource(customer, { source: "tok_visa" });
  await stripe.customers.updateSource(customer, source.id, { metadata: { a: "1" } });
  const told = await eventsOf(customer);
  expect(told).toEqual([
    "payment_method.attached",
    "payment_method.updated",
    "setup_intent.created",
    "setup_intent.succeeded",
    "customer.source.created",
    "customer.source.updated",
  ]);
});
