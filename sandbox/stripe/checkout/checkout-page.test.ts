import type Stripe from "stripe";
import { afterAll, expect, test } from "vitest";
import { advance, resetSandbox } from "#sandbox/testing.ts";
import { card, newBuyer, next, open, send, visa } from "../pages/testing.ts";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
afterAll(resetSandbox);

async function newSession(more: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const { customer, price } = await newBuyer(stripe);
  const session = await stripe.checkout.sessions.create({
    mode: "subscription",
    customer,
    line_items: [{ price, quantity: 2 }],
    success_url: "https://shop.test/done?session={CHECKOUT_SESSION_ID}",
    cancel_url: "https://shop.test/back",
    ...more,
  });
  return { ...session, url: session.url ?? "" };
}

const retrieve = (id: string) => stripe.checkout.sessions.retrieve(id);

test("what happens when a customer pays by card: they are sent on, and the subscription is there", async () => {
  const { id, url, customer } = await newSession();
  const page = await (await open(url)).text();
  expect(page).toContain("$58.00");
  expect(page).toContain("https://shop.test/back");
  const paid = await send(url, visa);
  expect(paid.status).toBe(303);
  expect(next(paid)).toBe(`https://shop.test/done?session=${id}`);
  const session = await retrieve(id);
  expect(session).toMatchObject({ status: "complete", payment_status: "paid", customer, url: null });
  expect(session.customer_details).toMatchObject({ email: "ada@example.com", name: "Ada Lovelace" });
  const subscription = await stripe.subscriptions.retrieve(String(session.subscription));
  expect(subscription).toMatchObject({ status: "active", customer, latest_invoice: session.invoice });
  const method = await stripe.paymentMethods.retrieve(String(subscription.default_payment_method));
  expect(method).toMatchObject({ customer, card: { last4: "4242" } });
});

test("what happens when a card is declined: the page says so, stays open, and nothing is left behind", async () => {
  const { id, url, customer } = await newSession();
  for (const [number, message] of [
    ["4000000000000002", "Your card was declined."],
    ["4000000000009995", "Your card has insufficient funds."],
    ["4000000000000341", "Your card was declined."],
  ]) {
    const declined = await send(url, card(number ?? ""));
    expect(declined.status).toBe(402);
    expect(await declined.text()).toContain(message);
  }
  expect(await retrieve(id)).toMatchObject({ status: "open", subscription: null });
  const { data } = await stripe.subscriptions.list({ customer: String(customer), status: "all" });
  expect(data).toEqual([]);
  expect((await send(url, visa)).status).toBe(303);
});

test("what happens when fields are wrong: each error stands beside its field, and what was typed is kept", async () => {
  const { url } = await newSession();
  const answer = await send(url, { ...visa, number: "4242", expiry: "01/20", name: '"><script>' });
  const page = await answer.text();
  expect(page).toContain('id="number-error"');
  expect(page).toContain("This card has expired.");
  expect(page).toContain("&quot;&gt;&lt;script&gt;");
  expect(page).not.toContain("<script>");
});

test.each([
  ["4000002500003155", "once"],
  ["4000002760003184", "always"],
])("what happens when a bank asks for confirmation (%s) and gets it", async (number) => {
  const { id, url } = await newSession();
  const bank = next(await send(url, card(number)));
  expect(await (await open(bank)).text()).toContain("Confirm with your bank");
  expect(await retrieve(id)).toMatchObject({ status: "open", subscription: null });
  expect(next(await send(bank, { answer: "authorize" }))).toContain("https://shop.test/done");
  const { payment_status, subscription } = await retrieve(id);
  expect(payment_status).toBe("paid");
  expect((await stripe.subscriptions.retrieve(String(subscription))).status).toBe("active");
});

test("what happens when a bank asks for confirmation and does not get it: back to the form with a message", async () => {
  const { id, url } = await newSession();
  const bank = next(await send(url, card("4000002500003155")));
  const back = next(await send(bank, { answer: "fail" }));
  expect(await (await open(back)).text()).toContain("did not confirm");
  expect(await retrieve(id)).toMatchObject({ status: "open", subscription: null });
});

const bankAccount = (account_number: string) => ({
  method: "us_bank_account",
  account_number,
  name: "Ada Lovelace",
});

test.each([
  ["000123456789", "paid", "active"],
  ["000222222227", "unpaid", "incomplete"],
])("what happens when a bank debit (%s) takes days", async (account, payment_status, status) => {
  const { id, url } = await newSession();
  expect(next(await send(url, bankAccount(account)))).toContain("https://shop.test/done");
  expect(await retrieve(id)).toMatchObject({ status: "complete", payment_status: "unpaid" });
  await advance("5d");
  const session = await retrieve(id);
  expect(session.payment_status).toBe(payment_status);
  const subscription = await stripe.subscriptions.retrieve(String(session.subscription));
  expect([status, "incomplete_expired"]).toContain(subscription.status);
  const type = `checkout.session.async_payment_${payment_status === "paid" ? "succeeded" : "failed"}`;
  const { data } = await stripe.events.list({ type });
  expect(data.map((event) => Reflect.get(event.data.object, "id"))).toContain(id);
});

test("what happens when a form is sent twice: one subscription, and the second answer says so", async () => {
  const { url, customer } = await newSession();
  const [first, second] = [await send(url, visa), await send(url, visa)];
  expect([first.status, second.status]).toEqual([303, 410]);
  const { data } = await stripe.subscriptions.list({ customer: String(customer) });
  expect(data).toHaveLength(1);
});

test("what happens when two tabs pay two sessions: two subscriptions", async () => {
  const first = await newSession();
  const customer = String(first.customer);
  const second = await newSession({ customer });
  expect((await send(first.url, visa)).status).toBe(303);
  expect((await send(second.url, visa)).status).toBe(303);
  expect((await stripe.subscriptions.list({ customer })).data).toHaveLength(2);
});

test("what happens when a session has expired: nobody can pay it", async () => {
  const expired = await newSession();
  await stripe.checkout.sessions.expire(expired.id);
  expect((await open(expired.url)).status).toBe(410);
  expect((await send(expired.url, visa)).status).toBe(410);
  const late = await newSession();
  await advance("25h");
  expect((await send(late.url, visa)).status).toBe(410);
  expect((await retrieve(late.id)).status).toBe("expired");
  const { data } = await stripe.events.list({ type: "checkout.session.expired" });
  const ids = data.map((event) => Reflect.get(event.data.object, "id"));
  expect(ids).toEqual(expect.arrayContaining([expired.id, late.id]));
});

test("what happens when a trial needs no card: it starts with an e-mail alone, and the customer is made", async () => {
  const { id, url } = await newSession({
    customer: undefined,
    payment_method_collection: "if_required",
    subscription_data: { trial_period_days: 14 },
  });
  expect(await (await open(url)).text()).not.toContain("Card number");
  expect((await send(url, { email: "no-one", name: "Bo" })).status).toBe(402);
  expect((await send(url, { email: "bo@example.com", name: "Bo" })).status).toBe(303);
  const session = await retrieve(id);
  expect(session.payment_status).toBe("no_payment_required");
  expect(await stripe.customers.retrieve(String(session.customer))).toMatchObject({
    email: "bo@example.com",
  });
  expect((await stripe.subscriptions.retrieve(String(session.subscription))).status).toBe("trialing");
});
