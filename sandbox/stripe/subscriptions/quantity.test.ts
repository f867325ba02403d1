import { expect, test } from "vitest";
import { addCustomer, addPrice, latestInvoice, linesOf, stripe } from "./testing.ts";

async function subscribe(from: string, quantity = 15) {
  const customer = await addCustomer(from);
  const price = await addPrice();
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price, quantity }],
  });
  const item = subscription.items.data[0]?.id ?? "";
  return { customer, subscription, item, id: subscription.id };
}

test("the first invoice is paid at once, and worded as Stripe words it", async () => {
  const { subscription } = await subscribe("2026-11-01T00:00:00Z", 18);
  expect(subscription.status).toBe("active");
  expect(await linesOf(latestInvoice(subscription))).toEqual([
    { amount: 9000, description: "18 × Active listing (at $5.00 / month)" },
  ]);
});

test("a quantity that grows in mid-period makes two lines, which the renewal collects", async () => {
  const { customer, id, item } = await subscribe("2026-11-01T00:00:00Z");
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 18 }] });
  const waiting = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  expect(waiting.data.map(({ amount, proration }) => [amount, proration])).toEqual([
    [4500, true],
    [-3750, true],
  ]);
  await customer.advance("2026-12-01T00:00:00Z");
  const renewed = await stripe.subscriptions.retrieve(id);
  expect(await linesOf(latestInvoice(renewed))).toEqual([
    { amount: -3750, description: "Unused time on 15 × Active listing after 16 Nov 2026" },
    { amount: 4500, description: "Remaining time on 18 × Active listing after 16 Nov 2026" },
    { amount: 9000, description: "18 × Active listing (at $5.00 / month)" },
  ]);
  await customer.advance("2026-12-01T02:00:00Z");
  const invoice = await stripe.invoices.retrieve(latestInvoice(renewed));
  expect([invoice.status, invoice.amount_paid, invoice.billing_reason]).toEqual([
    "paid",
    9750,
    "subscription_cycle",
  ]);
});

test("with always_invoice the difference is charged at once, and the period stays", async () => {
  const { customer, id, item, subscription } = await subscribe("2027-01-10T00:00:00Z");
  await customer.advance("2027-01-20T00:00:00Z");
  const updated = await stripe.subscriptions.update(id, {
    items: [{ id: item, quantity: 18 }],
    proration_behavior: "always_invoice",
  });
  expect((await linesOf(latestInvoice(updated))).map(({ amount }) => amount)).toEqual([-5081, 6097]);
  const invoice = await stripe.invoices.retrieve(latestInvoice(updated));
  expect([invoice.amount_paid, invoice.billing_reason]).toEqual([1016, "subscription_update"]);
  expect(updated.items.data[0]?.current_period_end).toBe(subscription.items.data[0]?.current_period_end);
});

test("a credit names the invoice line that it takes back", async () => {
  const { customer, id, item, subscription } = await subscribe("2026-11-01T00:00:00Z", 1);
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 2 }] });
  const { data } = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  const credit = data.find(({ amount }) => amount < 0);
  const [line] = (await stripe.invoices.listLineItems(latestInvoice(subscription))).data;
  expect(credit?.description).toBe("Unused time on Active listing after 16 Nov 2026");
  expect(credit?.proration_details?.credited_items?.invoice_line_item_details).toEqual({
    invoice: latestInvoice(subscription),
    invoice_line_items: [line?.id],
  });
});

test("quantity 0 is accepted and renews at nothing", async () => {
  const { customer, id, item } = await subscribe("2026-11-01T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 0 }], proration_behavior: "none" });
  await customer.advance("2026-12-01T02:00:00Z");
  const renewed = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect([renewed.status, renewed.items.data[0]?.quantity]).toEqual(["active", 0]);
  expect(renewed.latest_invoice).toMatchObject({ total: 0, status: "paid" });
});

test("without a proration, what was not charged for is not given back either", async () => {
  const { customer, id, item } = await subscribe("2026-11-01T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 18 }], proration_behavior: "none" });
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 12 }] });
  const { data } = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  expect(data.map(({ amount }) => amount)).toEqual([3000, -3750]);
});

test("an item without its id is added, and refused if its price is already there", async () => {
  const { id, item, subscription } = await subscribe("2026-11-01T00:00:00Z");
  const price = subscription.items.data[0]?.price.id ?? "";
  await expect(stripe.subscriptions.update(id, { items: [{ price, quantity: 18 }] })).rejects.toThrow(
    `existing Subscription Item ${item} is already using that Price`,
  );
  const other = await addPrice({ unit_amount: 300 });
  const updated = await stripe.subscriptions.update(id, { items: [{ price: other }] });
  expect(updated.items.data.map(({ quantity }) => quantity)).toEqual([15, 1]);
});

test("a proration date outside the current period is refused", async () => {
  const { id, item } = await subscribe("2026-11-01T00:00:00Z");
  const change = {
    items: [{ id: item, quantity: 18 }],
    proration_date: Date.parse("2026-10-31T00:00:00Z") / 1000,
  };
  await expect(stripe.subscriptions.update(id, change)).rejects.toMatchObject({ param: "proration_date" });
});

test("a new interval gives the rest back, charges in full and moves the billing date", async () => {
  const { customer, id, item } = await subscribe("2026-11-01T00:00:00Z", 2);
  const yearly = await addPrice({ unit_amount: 5000, recurring: { interval: "year" } });
  await customer.advance("2026-11-16T00:00:00Z");
  const updated = await stripe.subscriptions.update(id, {
    items: [{ id: item, price: yearly, quantity: 2 }],
  });
  expect((await linesOf(latestInvoice(updated))).map(({ amount }) => amount)).toEqual([-500, 10_000]);
  expect(updated.billing_cycle_anchor).toBe(Date.parse("2026-11-16T00:00:00Z") / 1000);
  expect(updated.items.data[0]?.current_period_end).toBe(Date.parse("2027-11-16T00:00:00Z") / 1000);
});
