import type Stripe from "stripe";
import { expect, test } from "vitest";
import { request } from "#sandbox/testing.ts";
import { newBuyer, newPrice, next, open, send, visa } from "../pages/testing.ts";
import { defaultAccount } from "../state.ts";
import { stripeClient } from "../testing.ts";

const stripe = stripeClient();
type Params = Stripe.Checkout.SessionCreateParams;

const success_url = "https://shop.test/done";

async function create(more: Params = {}) {
  const { customer, price } = await newBuyer(stripe);
  const line_items = [{ price, quantity: 1 }];
  return stripe.checkout.sessions.create({
    mode: "subscription",
    customer,
    line_items,
    success_url,
    ...more,
  });
}

test("what happens when a session is made: open, unpaid, for a day, with its lines beside it", async () => {
  const session = await create({ client_reference_id: "org_1", metadata: { org: "1" } });
  expect(session).toMatchObject({
    status: "open",
    payment_status: "unpaid",
    ui_mode: "hosted_page",
    amount_total: 2900,
    currency: "usd",
    subscription: null,
    client_reference_id: "org_1",
    metadata: { org: "1" },
    expires_at: session.created + 86_400,
  });
  const { data } = await stripe.checkout.sessions.listLineItems(session.id);
  expect(data).toMatchObject([{ description: "Starter", quantity: 1, amount_total: 2900 }]);
  const expanded = await stripe.checkout.sessions.retrieve(session.id, { expand: ["line_items"] });
  expect(expanded.line_items?.data).toHaveLength(1);
});

test.each<[string, Params, object]>([
  [
    "quantity 0",
    { line_items: [{ price: "PRICE", quantity: 0 }] },
    {
      code: "parameter_invalid_integer",
      param: "line_items[0][quantity]",
      message: "This value must be greater than or equal to 1.",
    },
  ],
  ["no quantity", { line_items: [{ price: "PRICE" }] }, { param: "line_items[0][quantity]" }],
  [
    "a quantity of what is metered",
    { line_items: [{ price: "METERED", quantity: 1 }] },
    {
      message:
        "Quantity should not be specified where usage_type is `metered`. Remove quantity from `line_items[0]`",
    },
  ],
  [
    "a one-time price alone",
    { line_items: [{ price: "ONCE", quantity: 1 }] },
    { type: "StripeInvalidRequestError" },
  ],
  ["no success_url", { success_url: undefined }, { code: "parameter_missing", param: "success_url" }],
  ["no lines", { line_items: undefined }, { param: "line_items" }],
  ["an expiry too soon", { expires_at: 60 }, { param: "expires_at" }],
  ["an expiry too late", { expires_at: 9_999_999_999 }, { param: "expires_at" }],
  ["customer and e-mail", { customer_email: "bo@example.com" }, { type: "StripeInvalidRequestError" }],
  ["customer_creation", { customer_creation: "always" }, { param: "customer_creation" }],
  ["an unknown customer", { customer: "cus_404" }, { code: "resource_missing", param: "customer" }],
])("what happens when a session is asked for with %s: it is refused", async (_, params, error) => {
  const { price } = await newBuyer(stripe);
  const once = await newPrice(stripe, { recurring: undefined });
  const wantsMeter = params.line_items?.[0]?.price === "METERED";
  const prices: Record<string, string> = {
    PRICE: price,
    ONCE: once,
    METERED: wantsMeter ? await newMetered() : "",
  };
  const line_items = params.line_items?.map((item) => ({ ...item, price: prices[item.price ?? ""] }));
  const given = "line_items" in params ? { ...params, line_items } : params;
  await expect(create(given)).rejects.toMatchObject(error);
});

async function newMetered(): Promise<string> {
  const meter = await stripe.billing.meters.create({
    display_name: "Calls",
    event_name: `calls_${Math.random()}`,
    default_aggregation: { formula: "sum" },
  });
  return newPrice(stripe, { recurring: { interval: "month", usage_type: "metered", meter: meter.id } });
}

test("what happens when sessions are listed, changed and expired", async () => {
  const session = await create();
  const customer = String(session.customer);
  await stripe.checkout.sessions.update(session.id, { metadata: { seen: "yes" } });
  const listed = await stripe.checkout.sessions.list({ customer, status: "open" });
  expect(listed.data).toMatchObject([{ id: session.id, metadata: { seen: "yes" } }]);
  expect(await stripe.checkout.sessions.expire(session.id)).toMatchObject({ status: "expired", url: null });
  await expect(stripe.checkout.sessions.expire(session.id)).rejects.toThrow("status of expired");
  expect((await stripe.checkout.sessions.list({ customer, status: "open" })).data).toEqual([]);
});

test("what happens when a one-time payment is confirmed as the official CLI does it", async () => {
  const price = await newPrice(stripe, { recurring: undefined, unit_amount: 1500 });
  const session = await create({
    mode: "payment",
    customer: undefined,
    line_items: [{ price, quantity: 2 }],
  });
  const headers = {
    Authorization: `Bearer ${defaultAccount.secretKey}`,
    "Content-Type": "application/x-www-form-urlencoded",
  };
  const page = await request(`/v1/payment_pages/${session.id}`, { headers });
  expect([page.status, JSON.parse(page.text)]).toMatchObject([200, { amount_total: 3000 }]);
  const { id } = await stripe.paymentMethods.create({
    type: "card",
    card: { token: "tok_visa" },
    billing_details: { email: "stripe@example.com", name: "Jenny Rosen" },
  });
  const confirmed = await send(`http://sandbox/v1/payment_pages/${session.id}/confirm`, {});
  expect(confirmed.status).toBe(401);
  await stripe.rawRequest("POST", `/v1/payment_pages/${session.id}/confirm`, {
    payment_method: id,
    expected_amount: 3000,
  });
  const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] });
  expect(paid).toMatchObject({
    status: "complete",
    payment_status: "paid",
    customer: null,
    payment_intent: { status: "succeeded", amount_received: 3000 },
  });
});

test("what happens in setup mode: the card is kept and nothing is charged", async () => {
  const { id } = await stripe.customers.create({ email: "ada@example.com" });
  const session = await stripe.checkout.sessions.create({
    mode: "setup",
    customer: id,
    currency: "usd",
    success_url,
  });
  expect(await (await open(session.url ?? "")).text()).toContain("Save");
  expect(next(await send(session.url ?? "", visa))).toContain(success_url);
  const { setup_intent, payment_status } = await stripe.checkout.sessions.retrieve(session.id);
  expect(payment_status).toBe("no_payment_required");
  expect(await stripe.setupIntents.retrieve(String(setup_intent))).toMatchObject({
    status: "succeeded",
    customer: id,
  });
  expect((await stripe.paymentMethods.list({ customer: id })).data).toHaveLength(1);
});

test("what happens with a price made in passing, a trial, and a one-time line beside the plan", async () => {
  const once = await newPrice(stripe, {
    recurring: undefined,
    unit_amount: 500,
    product_data: { name: "Setup" },
  });
  const session = await create({
    line_items: [
      {
        quantity: 3,
        price_data: {
          currency: "usd",
          unit_amount: 1000,
          recurring: { interval: "month" },
          product_data: { name: "Seats" },
        },
      },
      { price: once, quantity: 1 },
    ],
    subscription_data: { trial_period_days: 7, metadata: { org: "1" } },
  });
  expect(session.amount_total).toBe(500);
  next(await send(session.url ?? "", visa));
  const { subscription, invoice } = await stripe.checkout.sessions.retrieve(session.id);
  const made = await stripe.subscriptions.retrieve(String(subscription));
  expect(made).toMatchObject({ status: "trialing", metadata: { org: "1" } });
  expect(made.items.data[0]?.quantity).toBe(3);
  expect(await stripe.invoices.retrieve(String(invoice))).toMatchObject({ total: 500, status: "paid" });
});
