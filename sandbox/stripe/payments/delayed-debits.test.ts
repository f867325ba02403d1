import { expect, test } from "vitest";
import { control } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
const day = 86_400;

/** Pays from a bank account, and waits some days by the customer's own clock. */
async function debit(account_number: string, days: number) {
  const start = Math.floor(Date.UTC(2026, 0, 5) / 1000);
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const customer = (await stripe.customers.create({ test_clock: clock.id })).id;
  const us_bank_account = { account_number, routing_number: "110000000" };
  const made = await stripe.paymentMethods.create({ type: "us_bank_account", us_bank_account });
  const { id: payment_method } = await stripe.paymentMethods.attach(made.id, { customer });
  const sum = { amount: 9900, currency: "usd", customer, payment_method, confirm: true };
  const { id, status } = await stripe.paymentIntents.create(sum);
  expect(status).toBe("processing");
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: start + days * day });
  return stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
}

test("a bank debit is under way for days", async () => {
  expect(await debit("000123456789", 3)).toMatchObject({
    status: "processing",
    amount_received: 0,
    latest_charge: { status: "pending", paid: false },
  });
});

test("a bank debit that works is paid after four days", async () => {
  expect(await debit("000123456789", 5)).toMatchObject({
    status: "succeeded",
    amount_received: 9900,
    latest_charge: { status: "succeeded", paid: true, amount_captured: 9900 },
  });
});

test("a bank debit that comes back fails after four days", async () => {
  expect(await debit("000222222227", 5)).toMatchObject({
    status: "requires_payment_method",
    payment_method: null,
    last_payment_error: { code: "insufficient_funds", payment_method: { type: "us_bank_account" } },
    latest_charge: { status: "failed", failure_code: "insufficient_funds" },
  });
});

test("a bank debit under way cannot be confirmed again or cancelled", async () => {
  const { id } = await debit("000123456789", 1);
  const unexpected = { code: "payment_intent_unexpected_state" };
  await expect(stripe.paymentIntents.confirm(id)).rejects.toMatchObject(unexpected);
  await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject(unexpected);
});

test("control can make a card pay as late as a bank", async () => {
  const customer = (await stripe.customers.create()).id;
  const { id: payment_method } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await control(`/stripe/customers/${customer}`, { card: "settles_later" });
  const sum = { amount: 9900, currency: "usd", customer, payment_method, confirm: true };
  expect(await stripe.paymentIntents.create(sum)).toMatchObject({ status: "processing" });
});
