import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
const newCustomer = async () => (await stripe.customers.create({ email: "payer@example.com" })).id;

test("a card is made from its number, with brand, last4, funding and the same fingerprint each time", async () => {
  const card = { number: "5200828282828210", exp_month: 4, exp_year: 2040, cvc: "123" };
  const made = await stripe.paymentMethods.create({ type: "card", card });
  expect(made).toMatchObject({
    object: "payment_method",
    type: "card",
    customer: null,
    card: { brand: "mastercard", last4: "8210", funding: "debit", exp_month: 4, exp_year: 2040 },
  });
  const again = await stripe.paymentMethods.create({ type: "card", card });
  expect(again.id).not.toBe(made.id);
  expect(again.card?.fingerprint).toBe(made.card?.fingerprint);
});

test("a number that no card has, a past date and an unknown token are refused", async () => {
  const create = (card: object) => stripe.paymentMethods.create({ type: "card", card });
  await expect(create({ number: "4242424242424241", exp_month: 1, exp_year: 2040 })).rejects.toMatchObject({
    statusCode: 402,
    type: "StripeCardError",
    code: "incorrect_number",
  });
  await expect(create({ number: "4242424242424242", exp_month: 1, exp_year: 2020 })).rejects.toMatchObject({
    code: "invalid_expiry_year",
  });
  await expect(create({ token: "tok_nothing" })).rejects.toMatchObject({
    statusCode: 400,
    code: "resource_missing",
    param: "card[token]",
  });
});

test("a magic id becomes a payment method of its own each time it is attached", async () => {
  const customer = await newCustomer();
  const first = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  const second = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  expect(first.id).toMatch(/^pm_/);
  expect(second.id).not.toBe(first.id);
  expect(first).toMatchObject({ customer, card: { brand: "visa", last4: "4242" } });
});

test("a card that is declined at once cannot be attached; one that only fails when charged can", async () => {
  const customer = await newCustomer();
  await expect(stripe.paymentMethods.attach("pm_card_chargeDeclined", { customer })).rejects.toMatchObject({
    statusCode: 402,
    type: "StripeCardError",
    code: "card_declined",
    decline_code: "generic_decline",
  });
  await expect(
    stripe.paymentMethods.attach("pm_card_chargeDeclinedLostCard", { customer }),
  ).rejects.toMatchObject({ decline_code: "lost_card", advice_code: "do_not_try_again" });
  const kept = await stripe.paymentMethods.attach("pm_card_chargeCustomerFail", { customer });
  expect(kept.card?.last4).toBe("0341");
});

test("a customer's payment methods are listed newest first and by type", async () => {
  const customer = await newCustomer();
  const card = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  const bank = await stripe.paymentMethods.attach("pm_usBankAccount", { customer });
  const iban = { iban: "DE89370400440532013000" };
  const made = await stripe.paymentMethods.create({ type: "sepa_debit", sepa_debit: iban });
  const sepa = await stripe.paymentMethods.attach(made.id, { customer });
  const all = await stripe.customers.listPaymentMethods(customer);
  expect(all.data.map(({ id }) => id)).toEqual([sepa.id, bank.id, card.id]);
  const banks = await stripe.paymentMethods.list({ customer, type: "us_bank_account" });
  expect(banks.data.map(({ us_bank_account }) => us_bank_account?.last4)).toEqual(["6789"]);
  expect(await stripe.customers.retrievePaymentMethod(customer, sepa.id)).toMatchObject({
    sepa_debit: { country: "DE", last4: "3000" },
  });
});

test("a payment method of one customer is refused to another, and its details can be changed", async () => {
  const customer = await newCustomer();
  const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await expect(stripe.paymentMethods.attach(id, { customer: await newCustomer() })).rejects.toMatchObject({
    statusCode: 400,
  });
  const changed = await stripe.paymentMethods.update(id, {
    billing_details: { name: "Ada", address: { city: "London" } },
    card: { exp_year: 2041 },
    metadata: { seat: "3" },
  });
  expect(changed).toMatchObject({
    billing_details: { name: "Ada", email: null, address: { city: "London", line1: null } },
    card: { exp_year: 2041, exp_month: 12 },
    metadata: { seat: "3" },
  });
});

test("a detached payment method is gone for good, also as the default", async () => {
  const customer = await newCustomer();
  const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: id } });
  expect(await stripe.paymentMethods.detach(id)).toMatchObject({ id, customer: null });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({
    invoice_settings: { default_payment_method: null },
  });
  await expect(stripe.paymentMethods.attach(id, { customer })).rejects.toMatchObject({ statusCode: 400 });
  await expect(stripe.paymentMethods.detach(id)).rejects.toMatchObject({ statusCode: 400 });
});
