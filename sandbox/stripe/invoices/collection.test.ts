import Stripe from "stripe";
import { expect, test } from "vitest";
import { latestInvoice, stripe, subscribe, useCard } from "../subscriptions/testing.ts";
import { addDraft } from "./testing.ts";

const start = "2026-11-01T00:00:00Z";
const hour = 3600;

/** An open invoice that nobody charges by itself, of a customer whose card works. */
async function addOpen() {
  const { customer } = await subscribe(start);
  const id = await addDraft(customer.id, [500]);
  await stripe.invoices.finalizeInvoice(id);
  return { customer, id };
}

test("an open invoice that is told to advance is charged in an hour, and not if it is told to stop", async () => {
  const { customer, id } = await addOpen();
  const waiting = await stripe.invoices.update(id, { auto_advance: true });
  const now = Date.parse(start) / 1000;
  expect(waiting.next_payment_attempt).toBe(now + hour);
  const stopped = await stripe.invoices.update(id, { auto_advance: false });
  expect(stopped.next_payment_attempt).toBeNull();
  await customer.advance(now + 2 * hour);
  expect((await stripe.invoices.retrieve(id)).status).toBe("open");
  await stripe.invoices.update(id, { auto_advance: true });
  await customer.advance(now + 4 * hour);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "paid", attempt_count: 1 });
});

test("an invoice that is paid before its retry is due is not charged again", async () => {
  const { customer, id } = await subscribe(start);
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  await customer.advance("2026-12-01T02:00:00Z");
  const invoice = latestInvoice(await stripe.subscriptions.retrieve(id));
  await stripe.invoices.pay(invoice, { paid_out_of_band: true });
  await useCard(customer.id, "pm_card_visa");
  await customer.advance("2026-12-20T00:00:00Z");
  const { data } = await stripe.charges.list({ customer: customer.id });
  expect(data.filter(({ status }) => status === "succeeded")).toHaveLength(1);
  expect(await stripe.invoices.retrieve(invoice)).toMatchObject({ status: "paid", attempt_count: 1 });
});

test("a payment method of the invoice's own that was detached since is passed over", async () => {
  const { customer, id } = await subscribe(start);
  await customer.advance("2026-12-01T00:10:00Z");
  const draft = latestInvoice(await stripe.subscriptions.retrieve(id));
  const method = await stripe.paymentMethods.attach("pm_card_mastercard", { customer: customer.id });
  await stripe.invoices.update(draft, { default_payment_method: method.id });
  await stripe.paymentMethods.detach(method.id);
  await customer.advance("2026-12-01T02:00:00Z");
  expect((await stripe.invoices.retrieve(draft)).status).toBe("paid");
});

test("credits beyond what is due go from invoice to invoice until they are used up", async () => {
  const { customer, id, item } = await subscribe(start);
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 10 }] });
  const always = { proration_behavior: "always_invoice" } as const;
  await customer.advance("2026-12-01T02:00:00Z");
  // Half of December is left: 2,500 of the 5,000 that ten cost are given back, and one costs 250.
  await customer.advance("2026-12-16T12:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 1 }], ...always });
  for (const month of [1, 2, 3, 4, 5]) await customer.advance(Date.UTC(2027, month - 1, 1, 2) / 1000);
  const { data } = await stripe.invoices.list({ customer: customer.id });
  const told = data.reverse().map((invoice) => [invoice.total, invoice.amount_paid, invoice.ending_balance]);
  expect(told).toEqual([
    [500, 500, 0],
    [5000 + 4500, 9500, 0],
    [-2500 + 250, 0, -2250],
    [500, 0, -1750],
    [500, 0, -1250],
    [500, 0, -750],
    [500, 0, -250],
    [500, 250, 0],
  ]);
});

test("what is canceled at once drops its prorations and keeps the items that were made by hand", async () => {
  const { customer, id, item } = await subscribe(start);
  await stripe.invoiceItems.create({
    customer: customer.id,
    subscription: id,
    amount: 700,
    currency: "usd",
  });
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 3 }] });
  await stripe.subscriptions.cancel(id);
  const { data } = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  expect(data.map(({ amount }) => amount)).toEqual([700]);
  const events = await stripe.events.list({ type: "invoiceitem.deleted", limit: 20 });
  const ours = events.data.filter(({ data: { object } }) => Reflect.get(object, "customer") === customer.id);
  expect(ours).toHaveLength(2);
});

test("the unit price of an item is the one that was given, else its part of the amount", async () => {
  const { customer } = await subscribe(start);
  const common = { customer: customer.id, currency: "usd", quantity: 3 };
  const given = await stripe.invoiceItems.create({
    ...common,
    unit_amount_decimal: Stripe.Decimal.from("0.5"),
  });
  expect([given.amount, String(given.pricing?.unit_amount_decimal)]).toEqual([2, "0.5"]);
  const shared = await stripe.invoiceItems.create({ ...common, amount: 1000 });
  expect(String(shared.pricing?.unit_amount_decimal)).toBe("333.333333333333");
});
