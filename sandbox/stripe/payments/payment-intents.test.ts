import type Stripe from "stripe";
import { expect, test } from "vitest";
import { control } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
const newCustomer = async () => (await stripe.customers.create({ email: "payer@example.com" })).id;

const charge = (payment_method: string, more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({ amount: 2000, currency: "usd", payment_method, confirm: true, ...more });

const newestOf = async (intent: string) =>
  (await stripe.charges.list({ payment_intent: intent })).data[0] ?? expect.fail("no charge");

test("a payment goes from no payment method over confirmation to success, with a charge", async () => {
  const open = await stripe.paymentIntents.create({ amount: 1500, currency: "eur" });
  expect(open).toMatchObject({ status: "requires_payment_method", amount_received: 0, latest_charge: null });
  expect(open.client_secret).toContain(`${open.id}_secret_`);
  const ready = await stripe.paymentIntents.update(open.id, { payment_method: "pm_card_visa" });
  expect(ready.status).toBe("requires_confirmation");
  const paid = await stripe.paymentIntents.confirm(open.id);
  expect(paid).toMatchObject({ status: "succeeded", amount_received: 1500 });
  expect(await newestOf(open.id)).toMatchObject({
    status: "succeeded",
    paid: true,
    amount_captured: 1500,
    payment_method_details: { type: "card", card: { last4: "4242" } },
    outcome: { type: "authorized" },
  });
  await expect(stripe.paymentIntents.confirm(open.id)).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

test("without a payment method there is nothing to confirm", async () => {
  const { id } = await stripe.paymentIntents.create({ amount: 100, currency: "usd" });
  await expect(stripe.paymentIntents.confirm(id)).rejects.toMatchObject({ statusCode: 400 });
});

test("a declined payment is a card error that names the intent, which keeps the failed charge", async () => {
  const customer = await newCustomer();
  const magic = "pm_card_chargeDeclinedInsufficientFunds";
  const refused = await charge(magic, { customer }).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    statusCode: 402,
    type: "StripeCardError",
    code: "card_declined",
    decline_code: "insufficient_funds",
    payment_intent: { status: "requires_payment_method", payment_method: null },
  });
  const [failed] = (await stripe.paymentIntents.list({ customer })).data;
  expect(failed).toMatchObject({
    last_payment_error: { code: "card_declined", payment_method: { card: { last4: "9995" } } },
  });
  expect(await newestOf(failed?.id ?? "")).toMatchObject({
    status: "failed",
    failure_code: "card_declined",
    outcome: { reason: "insufficient_funds", advice_code: "try_again_later", type: "issuer_declined" },
  });
});

test("on session a card that wants authentication asks for it; off session it is declined", async () => {
  const asked = await charge("pm_card_authenticationRequired", { return_url: "https://example.com/back" });
  expect(asked).toMatchObject({
    status: "requires_action",
    next_action: { type: "redirect_to_url", redirect_to_url: { return_url: "https://example.com/back" } },
  });
  expect(asked.next_action?.redirect_to_url?.url).toContain(`/stripe/authenticate/${asked.id}`);
  const customer = await newCustomer();
  const { id } = await stripe.paymentMethods.attach("pm_card_authenticationRequired", { customer });
  await expect(charge(id, { customer, off_session: true })).rejects.toMatchObject({
    statusCode: 402,
    code: "authentication_required",
    decline_code: "authentication_required",
  });
});

test("a payment that is not paid can be cancelled, once", async () => {
  const { id } = await stripe.paymentIntents.create({ amount: 100, currency: "usd" });
  const cancellation_reason = "requested_by_customer";
  expect(await stripe.paymentIntents.cancel(id, { cancellation_reason })).toMatchObject({
    status: "canceled",
    cancellation_reason,
  });
  await expect(stripe.paymentIntents.cancel(id)).rejects.toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

test("a payment can be authorized first and captured later, in part", async () => {
  const held = await charge("pm_card_visa", { capture_method: "manual" });
  expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 2000, amount_received: 0 });
  const amount_to_capture = 1200;
  expect(await stripe.paymentIntents.capture(held.id, { amount_to_capture })).toMatchObject({
    status: "succeeded",
    amount_received: 1200,
  });
});

test("a payment method of another customer, a type not allowed and an amount of nothing are refused", async () => {
  const owner = await newCustomer();
  const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer: owner });
  await expect(charge(id)).rejects.toMatchObject({ statusCode: 400, param: "payment_method" });
  await expect(
    charge("pm_usBankAccount", { excluded_payment_method_types: ["us_bank_account"] }),
  ).rejects.toMatchObject({ code: "payment_intent_incompatible_payment_method" });
  await expect(charge("pm_card_visa", { amount: 0 })).rejects.toMatchObject({ param: "amount" });
});

test("payment_method_types is unknown to the current version", async () => {
  const old = Object.assign({ amount: 100, currency: "usd" }, { payment_method_types: ["card"] });
  await expect(stripe.paymentIntents.create(old)).rejects.toMatchObject({
    message: "Received unknown parameter: payment_method_types",
  });
  const { payment_method_types } = await stripe.paymentIntents.create(old, {
    apiVersion: "2026-03-25.dahlia",
  });
  expect(payment_method_types).toEqual(["card"]);
});

test("control says how a customer's cards behave, until it takes that back", async () => {
  const customer = await newCustomer();
  const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  const set = (card: string | null) => control(`/stripe/customers/${customer}`, { card });
  expect(await set("expired_card")).toMatchObject({ status: 200, body: { customer, card: "expired_card" } });
  await expect(charge(id, { customer })).rejects.toMatchObject({ code: "expired_card" });
  expect((await set("burnt")).status).toBe(400);
  await set(null);
  expect((await charge(id, { customer })).status).toBe("succeeded");
});
