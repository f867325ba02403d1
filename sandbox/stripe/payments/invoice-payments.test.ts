import { expect, test } from "vitest";
import { control, worker } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();

/** A finalized invoice of a customer who keeps this payment method. */
async function newInvoice(magic: string) {
  const customer = (await stripe.customers.create({ email: "payer@example.com" })).id;
  const { id: method } = await stripe.paymentMethods.attach(magic, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method } });
  const { id } = await stripe.invoices.create({ customer, auto_advance: false });
  await stripe.invoiceItems.create({ customer, invoice: id, amount: 2000, currency: "usd" });
  await stripe.invoices.finalizeInvoice(id);
  return { customer, id };
}

const intentOf = async (invoice: string) => {
  const { data } = await stripe.invoicePayments.list({ invoice });
  return String(data[0]?.payment.payment_intent);
};

test("an invoice waits for a customer whose bank asks, and is paid when they confirm", async () => {
  const { id } = await newInvoice("pm_card_threeDSecure2Required");
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({
    statusCode: 402,
    code: "invoice_payment_intent_requires_action",
  });
  const intent = await intentOf(id);
  expect(await stripe.paymentIntents.retrieve(intent)).toMatchObject({ status: "requires_action" });
  await worker.fetch(`http://sandbox/stripe/authenticate/${intent}`, {
    method: "POST",
    body: new URLSearchParams({ answer: "authorize" }),
    redirect: "manual",
  });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "paid", amount_paid: 2000 });
});

test("a declined invoice is paid by the same intent with another card", async () => {
  const { id, customer } = await newInvoice("pm_card_chargeCustomerFail");
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
  const intent = await intentOf(id);
  await expect(stripe.paymentIntents.cancel(intent)).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
  await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.paymentIntents.confirm(intent, { payment_method: "pm_card_visa" });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "paid" });
  const charges = await stripe.charges.list({ customer });
  expect(charges.data.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
});

test("control decides also for invoices", async () => {
  const { id, customer } = await newInvoice("pm_card_visa");
  await control(`/stripe/customers/${customer}`, { card: "insufficient_funds" });
  await expect(stripe.invoices.pay(id)).rejects.toMatchObject({ decline_code: "insufficient_funds" });
  await control(`/stripe/customers/${customer}`, { card: null });
  expect(await stripe.invoices.pay(id)).toMatchObject({ status: "paid" });
});

test("what paid for a subscription first is the customer's, and pays for it again", async () => {
  const customer = (await stripe.customers.create({ email: "payer@example.com" })).id;
  const price = await stripe.prices.create({
    currency: "usd",
    unit_amount: 500,
    product_data: { name: "Seat" },
    recurring: { interval: "month" },
  });
  const subscription = await stripe.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    payment_behavior: "default_incomplete",
    payment_settings: { save_default_payment_method: "on_subscription" },
  });
  const intent = await intentOf(String(subscription.latest_invoice));
  const { payment_method } = await stripe.paymentIntents.confirm(intent, { payment_method: "pm_card_visa" });
  const { data } = await stripe.customers.listPaymentMethods(customer);
  expect(data.map(({ id }) => id)).toEqual([payment_method]);
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: "active",
    default_payment_method: payment_method,
  });
});
