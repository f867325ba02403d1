import type Stripe from "stripe";
import { expect, test } from "vitest";
import { card, newBuyer, newPrice, next, open, send, visa } from "../pages/testing.ts";
import { newAccount } from "../wire/testing.ts";

const success_url = "https://shop.test/done";

async function newSession(mode: "payment" | "subscription") {
  const { stripe } = await newAccount();
  const { customer, price } = await newBuyer(stripe);
  const once = await newPrice(stripe, { recurring: undefined, unit_amount: 1500 });
  const line_items = [{ price: mode === "payment" ? once : price, quantity: 1 }];
  const session = await stripe.checkout.sessions.create({ mode, customer, line_items, success_url });
  const typesSince = async ({ id: ending_before }: { id: string }) =>
    (await stripe.events.list({ ending_before })).data.map(({ type }) => type).toReversed();
  const newest = async () => (await stripe.events.list({ limit: 1 })).data[0] ?? { id: "" };
  return { stripe, customer, session, url: session.url ?? "", newest, typesSince };
}

const intentsOf = async (stripe: Stripe, customer: string) =>
  (await stripe.paymentIntents.list({ customer })).data;

test("what happens when the card of a new subscription is declined: its failed payment stays, and nothing else", async () => {
  const { stripe, customer, session, url, newest, typesSince } = await newSession("subscription");
  const before = await newest();
  expect((await send(url, card("4000000000000341"))).status).toBe(402);
  expect(await typesSince(before)).toEqual([
    "charge.failed",
    "payment_intent.payment_failed",
    "payment_intent.created",
  ]);
  const [intent] = await intentsOf(stripe, customer);
  expect(intent).toMatchObject({
    amount: 2900,
    status: "requires_payment_method",
    last_payment_error: { code: "card_declined" },
  });
  expect((await stripe.invoices.list({ customer })).data).toEqual([]);
  expect((await stripe.paymentMethods.list({ customer })).data).toEqual([]);
  const open = await stripe.checkout.sessions.retrieve(session.id);
  expect(open).toMatchObject({ status: "open", payment_intent: null });
  expect((await send(url, visa)).status).toBe(303);
  expect((await intentsOf(stripe, customer)).map(({ status }) => status)).toEqual([
    "succeeded",
    "requires_payment_method",
  ]);
});

test("what happens when a one-time payment is declined and then paid: it is one payment", async () => {
  const { stripe, customer, session, url } = await newSession("payment");
  expect((await send(url, card("4000000000009995"))).status).toBe(402);
  const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id);
  expect(await stripe.paymentIntents.retrieve(String(payment_intent))).toMatchObject({
    status: "requires_payment_method",
    last_payment_error: { decline_code: "insufficient_funds" },
  });
  const bank = next(await send(url, card("4000002760003184")));
  expect((await open(bank)).status).toBe(200);
  expect(next(await send(bank, { answer: "authorize" }))).toContain(success_url);
  expect(await intentsOf(stripe, customer)).toMatchObject([{ id: payment_intent, status: "succeeded" }]);
  const paid = await stripe.checkout.sessions.retrieve(session.id);
  expect(paid).toMatchObject({ status: "complete", payment_status: "paid", payment_intent });
});
