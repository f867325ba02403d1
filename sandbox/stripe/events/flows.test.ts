import { afterAll, expect, test } from "vitest";
import { advance, control, resetSandbox } from "#sandbox/testing.ts";
import { deliver, listen, stripe, useOwnAccount } from "./testing.ts";

useOwnAccount();
afterAll(resetSandbox);

async function customerWithCard(): Promise<string> {
  const { id } = await stripe.customers.create({});
  const { id: card } = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
  await stripe.customers.update(id, { invoice_settings: { default_payment_method: card } });
  return id;
}

async function newPrice(unit_amount = 500): Promise<string> {
  const product = await stripe.products.create({ name: "Active listing" });
  const recurring = { interval: "month" as const };
  return (await stripe.prices.create({ product: product.id, currency: "usd", unit_amount, recurring })).id;
}

/** What is told at once, and what half a minute later. */
async function toldOf(customer: string, act: () => Promise<unknown>) {
  const { received } = await listen({ enabled_events: ["*"] });
  await act();
  const typesSoFar = () => {
    const told = received.splice(0).map(({ event }) => event);
    return told.filter(({ data }) => data.object.customer === customer || data.object.id === customer);
  };
  await deliver();
  const now = typesSoFar().map(({ type }) => type);
  await advance("30s");
  await deliver();
  return { now, late: received.map(({ event }) => event.type) };
}

test("a subscription made with a card on file is told from its charge to its invoice, its payment late", async () => {
  await control("/clock", { speed: 0 });
  const [customer, price] = [await customerWithCard(), await newPrice()];
  const told = await toldOf(customer, () =>
    stripe.subscriptions.create({ customer, items: [{ price, quantity: 15 }] }),
  );
  expect(told.now.filter((type) => type !== "customer.updated")).toEqual([
    "charge.succeeded",
    "customer.subscription.created",
    "payment_intent.succeeded",
    "payment_intent.created",
    "invoice.created",
    "invoice.finalized",
    "invoice.paid",
    "invoice.payment_succeeded",
  ]);
  expect(told.late).toEqual(["invoice_payment.paid"]);
});

test("a quantity billed later is told as two items and the subscription", async () => {
  await control("/clock", { speed: 0 });
  const [customer, price] = [await customerWithCard(), await newPrice()];
  const { id, items } = await stripe.subscriptions.create({ customer, items: [{ price, quantity: 15 }] });
  await advance("1d");
  await deliver();
  const told = await toldOf(customer, () =>
    stripe.subscriptions.update(id, { items: [{ id: items.data[0]?.id, quantity: 18 }] }),
  );
  expect(told).toEqual({
    now: ["invoiceitem.created", "invoiceitem.created", "customer.subscription.updated"],
    late: [],
  });
});

test("a quantity invoiced at once is told from the invoice to the subscription, its items late", async () => {
  await control("/clock", { speed: 0 });
  const [customer, price] = [await customerWithCard(), await newPrice()];
  const { id, items } = await stripe.subscriptions.create({ customer, items: [{ price, quantity: 15 }] });
  await advance("1d");
  await deliver();
  const told = await toldOf(customer, () =>
    stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id, quantity: 18 }],
      proration_behavior: "always_invoice",
    }),
  );
  const ofInterest = (type: string) => /^(invoice\.|customer\.subscription)/.test(type);
  expect(told.now.filter(ofInterest)).toEqual([
    "invoice.created",
    "invoice.finalized",
    "invoice.paid",
    "invoice.payment_succeeded",
    "customer.subscription.updated",
  ]);
  expect(told.late).toEqual(["invoiceitem.created", "invoiceitem.created", "invoice_payment.paid"]);
});
