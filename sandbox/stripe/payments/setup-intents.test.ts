import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
const newCustomer = async () => (await stripe.customers.create({ email: "payer@example.com" })).id;

test("a set-up makes a card the customer's to keep", async () => {
  const customer = await newCustomer();
  const open = await stripe.setupIntents.create({ customer });
  expect(open).toMatchObject({ status: "requires_payment_method", usage: "off_session" });
  expect(open.client_secret).toContain(`${open.id}_secret_`);
  const done = await stripe.setupIntents.confirm(open.id, { payment_method: "pm_card_visa" });
  expect(done.status).toBe("succeeded");
  const { data } = await stripe.customers.listPaymentMethods(customer);
  expect(data.map(({ id }) => id)).toEqual([done.payment_method]);
  await expect(stripe.setupIntents.confirm(open.id)).rejects.toMatchObject({
    code: "setup_intent_unexpected_state",
  });
});

test("a declined set-up keeps its error and nothing of the card", async () => {
  const customer = await newCustomer();
  const { id } = await stripe.setupIntents.create({ customer });
  await expect(
    stripe.setupIntents.confirm(id, { payment_method: "pm_card_chargeDeclined" }),
  ).rejects.toMatchObject({ statusCode: 402, code: "card_declined", setup_intent: { id } });
  expect(await stripe.setupIntents.retrieve(id)).toMatchObject({
    status: "requires_payment_method",
    last_setup_error: { decline_code: "generic_decline" },
  });
  expect((await stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
});

test("a card that wants authentication sends its owner to a page", async () => {
  const setup = await stripe.setupIntents.create({
    customer: await newCustomer(),
    payment_method: "pm_card_authenticationRequiredOnSetup",
    confirm: true,
    return_url: "https://example.com/back",
  });
  expect(setup).toMatchObject({
    status: "requires_action",
    next_action: { type: "redirect_to_url", redirect_to_url: { return_url: "https://example.com/back" } },
  });
  expect(setup.next_action?.redirect_to_url?.url).toContain(`/stripe/authenticate/${setup.id}`);
});

test("a set-up is cancelled once, listed by its customer, and changed", async () => {
  const customer = await newCustomer();
  const { id } = await stripe.setupIntents.create({ customer, metadata: { a: "1" } });
  const changed = await stripe.setupIntents.update(id, { description: "Card change", metadata: { b: "2" } });
  expect(changed).toMatchObject({ description: "Card change", metadata: { a: "1", b: "2" } });
  expect((await stripe.setupIntents.list({ customer })).data.map((setup) => setup.id)).toEqual([id]);
  expect(await stripe.setupIntents.cancel(id)).toMatchObject({ status: "canceled" });
  await expect(stripe.setupIntents.cancel(id)).rejects.toMatchObject({
    code: "setup_intent_unexpected_state",
  });
});
