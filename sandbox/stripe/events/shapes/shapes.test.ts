import type Stripe from "stripe";
import { afterAll, expect, test } from "vitest";
import { control, resetSandbox } from "#sandbox/testing.ts";
import { account, deliver, listen, stripe, useOwnAccount } from "../testing.ts";

useOwnAccount();
afterAll(resetSandbox);

type Version = Stripe.WebhookEndpointCreateParams["api_version"];

/** The event data as endpoints of these versions get it. */
async function tell(event: object, ...versions: Version[]) {
  const listeners = [];
  for (const api_version of versions) listeners.push(await listen({ enabled_events: ["*"], api_version }));
  await control("/stripe/events", { account, ...event });
  await deliver();
  return listeners.map(({ received }) => received[0]?.event);
}

const price = async () => {
  const product = await stripe.products.create({ name: "Plan" });
  return stripe.prices.create({ product: product.id, currency: "usd", unit_amount: 500 });
};

test("a subscription had one period for all items before basil", async () => {
  const item = { id: "si_1", object: "subscription_item", quantity: 3, current_period_start: 100 };
  const object = {
    id: "sub_1",
    object: "subscription",
    status_details: {},
    billing_mode: { type: "flexible" },
    items: { object: "list", data: [{ ...item, current_period_end: 300 }] },
  };
  const before = [{ ...item, current_period_end: 200 }];
  const event = {
    type: "customer.subscription.updated",
    object,
    previous_attributes: { items: { data: before } },
  };
  const [now, clover, old] = await tell(event, undefined, "2025-12-15.clover", "2024-06-20");
  expect(now).toMatchObject({ api_version: "2026-10-28.endive", data: { object } });
  expect(clover?.data.object).toHaveProperty("billing_mode");
  expect(clover?.data.object).not.toHaveProperty("status_details");
  expect(clover?.data.object).not.toHaveProperty("current_period_end");
  expect(old).toMatchObject({
    api_version: "2024-06-20",
    data: {
      object: { current_period_start: 100, current_period_end: 300, quantity: 3 },
      previous_attributes: { current_period_end: 200 },
    },
  });
  expect(old?.data.object).not.toHaveProperty("billing_mode");
  expect(old?.data.object).not.toHaveProperty("items.data.0.current_period_end");
});

test("an invoice named its subscription and whether it is paid before basil, and its lines their price", async () => {
  const { id } = await price();
  const line = {
    id: "il_1",
    object: "line_item",
    parent: {
      type: "subscription_item_details",
      subscription_item_details: { proration: true, subscription_item: "si_1", proration_details: null },
    },
    pricing: { type: "price_details", price_details: { price: id }, unit_amount_decimal: "500" },
  };
  const object = {
    id: "in_1",
    object: "invoice",
    status: "paid",
    parent: {
      type: "subscription_details",
      subscription_details: { subscription: "sub_1", metadata: { a: "b" } },
    },
    lines: { object: "list", data: [line] },
    total_taxes: [],
  };
  const event = { type: "invoice.paid", object };
  const [basil, old] = await tell(event, "2025-03-31.basil", "2024-06-20");
  expect(basil?.data.object).toEqual(object);
  expect(old?.data.object).toMatchObject({
    paid: true,
    subscription: "sub_1",
    subscription_details: { metadata: { a: "b" } },
    payment_intent: null,
    lines: {
      data: [{ type: "subscription", proration: true, subscription_item: "si_1", price: { id } }],
    },
  });
  expect(old?.data.object).not.toHaveProperty("parent");
  expect(old?.data.object).not.toHaveProperty("lines.data.0.pricing");
});

test("a customer's discount held its coupon before clover", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 10, duration: "forever" });
  const discount = { id: "di_1", object: "discount", source: { type: "coupon", coupon: coupon.id } };
  const event = { type: "customer.updated", object: { id: "cus_1", object: "customer", discount } };
  const [now, basil] = await tell(event, undefined, "2025-08-27.basil");
  expect(now?.data.object).toMatchObject({ discount });
  expect(basil?.data.object).toMatchObject({ discount: { coupon: { id: coupon.id, percent_off: 10 } } });
  expect(basil?.data.object).not.toHaveProperty("discount.source");
});

test("what control makes up may lack anything", async () => {
  for (const kind of ["subscription", "invoice", "invoiceitem", "charge", "payment_intent", "customer"]) {
    const [event] = await tell({ type: "made.up", object: { id: "x_1", object: kind } }, "2024-06-20");
    expect(event?.data.object, kind).toMatchObject({ id: "x_1" });
  }
});
