import { expect, test } from "vitest";
import { control } from "#sandbox/testing.ts";
import { addCustomer, addDraft, stripe, useCard } from "./testing.ts";

const day = 86_400;
const start = Date.UTC(2026, 10, 1) / 1000;

async function addClock(card: string) {
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const customer = await addCustomer(card, { test_clock: clock });
  const goTo = (frozen_time: number) => stripe.testHelpers.testClocks.advance(clock, { frozen_time });
  return { customer, goTo };
}

test("an open invoice names the payment that its customer can confirm", async () => {
  const id = await addDraft(await addCustomer(), [900]);
  const expand = ["confirmation_secret", "payments"];
  const open = await stripe.invoices.finalizeInvoice(id, { expand });
  const intent = String(open.payments?.data[0]?.payment.payment_intent);
  expect(open.confirmation_secret?.client_secret).toMatch(new RegExp(`^${intent}_secret_`));
  await stripe.paymentIntents.confirm(intent, { payment_method: "pm_card_visa" });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "paid", amount_paid: 900 });
  const payments = await stripe.invoicePayments.list({
    payment: { type: "payment_intent", payment_intent: intent },
  });
  expect(payments.data).toMatchObject([{ invoice: id, status: "paid", amount_paid: 900, is_default: true }]);
  const [payment] = payments.data;
  expect(await stripe.invoicePayments.retrieve(payment?.id ?? "")).toEqual(payment);
});

test("a bank debit leaves the invoice open until it has settled", async () => {
  const { customer, goTo } = await addClock("pm_usBankAccount");
  const id = await addDraft(customer, [900]);
  expect(await stripe.invoices.pay(id)).toMatchObject({ status: "open", attempted: true, amount_paid: 0 });
  await goTo(start + 7 * day);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "paid" });
});

test("after a hard decline tries are counted and not made, until there is another card", async () => {
  const { customer, goTo } = await addClock("pm_card_visa");
  const id = await addDraft(customer, [900], { auto_advance: true });
  await control(`/stripe/customers/${customer}`, { card: "lost_card" });
  await goTo(start + 3600);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "open", attempt_count: 1 });
  const charges = async () => (await stripe.charges.list({ customer })).data.length;
  expect(await charges()).toBe(1);
  await goTo(start + 3600 + day);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "open", attempt_count: 2 });
  expect(await charges()).toBe(1);
  await control(`/stripe/customers/${customer}`, { card: null });
  await useCard(customer, "pm_card_mastercard");
  await goTo(start + 3600 + 2 * day);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "paid", attempt_count: 3 });
});
