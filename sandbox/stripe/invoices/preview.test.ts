import type Stripe from "stripe";
import { expect, test } from "vitest";
import { addCustomer, stripe } from "./testing.ts";

const start = Date.UTC(2026, 10, 1) / 1000;
const half = start + 15 * 86_400;
const end = start + 30 * 86_400;

/** 15 listings at $5.00 from 1 November 2026, on a clock of their own. */
async function addSubscription() {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const customer = await addCustomer("pm_card_visa", { test_clock: clock.id });
  const product = await stripe.products.create({ name: "Active listing" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 500,
    recurring: { interval: "month" },
  });
  const items = [{ price: price.id, quantity: 15 }];
  const subscription = await stripe.subscriptions.create({ customer, items });
  const item = subscription.items.data[0]?.id ?? "";
  return { clock: clock.id, customer, price: price.id, subscription: subscription.id, item };
}

const amounts = ({ lines }: Stripe.Invoice) => lines.data.map(({ amount }) => amount);

test("the next invoice can be seen, and is nowhere else", async () => {
  const { subscription, customer } = await addSubscription();
  const preview = await stripe.invoices.createPreview({ subscription });
  expect(preview).toMatchObject({
    status: "draft",
    billing_reason: "upcoming",
    total: 7500,
    amount_due: 7500,
    created: end,
    period_start: start,
    period_end: end,
  });
  expect(preview.id).toMatch(/^upcoming_in_/);
  expect(preview.lines.data[0]?.description).toBe("15 × Active listing (at $5.00 / month)");
  const { data } = await stripe.invoices.list({ customer });
  expect(data.map(({ billing_reason }) => billing_reason)).toEqual(["subscription_create"]);
});

test("a change is previewed to the cent, and not made", async () => {
  const { subscription, item } = await addSubscription();
  const subscription_details = { items: [{ id: item, quantity: 18 }], proration_date: half };
  const preview = await stripe.invoices.createPreview({ subscription, subscription_details });
  expect(preview.parent?.subscription_details?.subscription_proration_date).toBe(half);
  const prorations = preview.lines.data.filter(({ parent }) => parent?.subscription_item_details?.proration);
  expect(prorations.map(({ amount, description }) => [amount, description])).toEqual([
    [-3750, "Unused time on 15 × Active listing after 16 Nov 2026"],
    [4500, "Remaining time on 18 × Active listing after 16 Nov 2026"],
  ]);
  expect(preview.total).toBe(9750);
  const unchanged = await stripe.subscriptions.retrieve(subscription);
  expect(unchanged.items.data[0]?.quantity).toBe(15);
  expect(
    (await stripe.invoiceItems.list({ pending: true, customer: String(unchanged.customer) })).data,
  ).toEqual([]);
});

test("what is to be invoiced at once is previewed alone", async () => {
  const { subscription, item } = await addSubscription();
  const preview = await stripe.invoices.createPreview({
    subscription,
    subscription_details: {
      items: [{ id: item, quantity: 18 }],
      proration_date: half,
      proration_behavior: "always_invoice",
    },
  });
  expect(amounts(preview)).toEqual([-3750, 4500]);
  expect(preview).toMatchObject({ total: 750, status: "draft", number: null, billing_reason: "upcoming" });
});

test("a preview without prorations shows the new price alone", async () => {
  const { subscription, item } = await addSubscription();
  const preview = await stripe.invoices.createPreview({
    subscription,
    subscription_details: { items: [{ id: item, quantity: 18 }], proration_behavior: "none" },
  });
  expect(amounts(preview)).toEqual([9000]);
});

test("a new subscription can be previewed for a customer", async () => {
  const { customer, price } = await addSubscription();
  const preview = await stripe.invoices.createPreview({
    customer,
    subscription_details: { items: [{ price, quantity: 2 }] },
  });
  expect(amounts(preview)).toEqual([1000]);
  expect((await stripe.subscriptions.list({ customer })).data).toHaveLength(1);
});

test("one that will end has nothing upcoming", async () => {
  const { subscription } = await addSubscription();
  const preview = stripe.invoices.createPreview({
    subscription,
    subscription_details: { cancel_at_period_end: true },
  });
  await expect(preview).rejects.toMatchObject({ statusCode: 404, code: "invoice_upcoming_none" });
});

test("cancelling now gives back what is left", async () => {
  const { subscription, clock } = await addSubscription();
  await stripe.testHelpers.testClocks.advance(clock, { frozen_time: half });
  const preview = await stripe.invoices.createPreview({
    subscription,
    subscription_details: { cancel_now: true },
  });
  expect(preview).toMatchObject({ total: -3750, amount_due: 0, ending_balance: -3750 });
});

test("a date for prorations is refused where there are none", async () => {
  const { subscription, item, customer, price } = await addSubscription();
  const refuse = (params: Stripe.InvoiceCreatePreviewParams) =>
    expect(stripe.invoices.createPreview(params)).rejects.toMatchObject({
      statusCode: 400,
      param: "subscription_details[proration_date]",
    });
  const items = [{ id: item, quantity: 18 }];
  await refuse({ subscription, subscription_details: { proration_date: half } });
  await refuse({
    subscription,
    subscription_details: { items, proration_date: half, proration_behavior: "none" },
  });
  await refuse({ customer, subscription_details: { items: [{ price }], proration_date: half } });
});

test("items that wait are in the next invoice, and more can be tried", async () => {
  const { subscription, customer } = await addSubscription();
  await stripe.invoiceItems.create({ customer, subscription, amount: 300, currency: "usd" });
  const preview = await stripe.invoices.createPreview({
    subscription,
    invoice_items: [{ amount: 70, currency: "usd", description: "Setup" }],
  });
  expect(preview.total).toBe(7500 + 300 + 70);
  const recurring = await stripe.invoices.createPreview({ subscription, preview_mode: "recurring" });
  expect(amounts(recurring)).toEqual([7500]);
});

test("a preview shows ten lines, and lists all of them under its id, which no other preview has", async () => {
  const { subscription, customer } = await addSubscription();
  for (let amount = 1; amount <= 11; amount += 1)
    await stripe.invoiceItems.create({ customer, subscription, amount, currency: "usd" });
  const [preview, other] = [
    await stripe.invoices.createPreview({ subscription }),
    await stripe.invoices.createPreview({ subscription }),
  ];
  expect([preview.lines.data.length, preview.lines.has_more]).toEqual([10, true]);
  const all = [];
  for await (const line of stripe.invoices.listLineItems(preview.id, { limit: 5 })) all.push(line.amount);
  expect(all.slice(0, 10)).toEqual(amounts(preview));
  expect(all.reduce((sum, amount) => sum + amount, 0)).toBe(preview.total);
  expect(all).toHaveLength(12);
  expect(other.id).not.toBe(preview.id);
});
