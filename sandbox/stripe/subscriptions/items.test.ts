import { expect, test } from "vitest";
import { addCustomer, addPrice, at, latestInvoice, linesOf, stripe } from "./testing.ts";

const start = "2026-11-01T00:00:00Z";

test("items of different intervals are each billed when their own period ends", async () => {
  const customer = await addCustomer(start);
  const rare = await addPrice({ unit_amount: 9900, recurring: { interval: "month", interval_count: 2 } });
  const monthly = await addPrice();
  const { id, items } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: rare }, { price: monthly, quantity: 3 }],
  });
  expect(items.data.map(({ current_period_end }) => current_period_end)).toEqual([
    at("2027-01-01T00:00:00Z"),
    at("2026-12-01T00:00:00Z"),
  ]);
  await customer.advance("2026-12-01T00:00:00Z");
  const december = await linesOf(latestInvoice(await stripe.subscriptions.retrieve(id)));
  expect(december.map(({ amount }) => amount)).toEqual([1500]);
  await customer.advance("2027-01-01T00:00:00Z");
  expect(await linesOf(latestInvoice(await stripe.subscriptions.retrieve(id)))).toEqual([
    { amount: 1500, description: "3 × Active listing (at $5.00 / month)" },
    { amount: 9900, description: "1 × Active listing (at $99.00 / every 2 months)" },
  ]);
});

test("a metered price takes no quantity, and is billed for what was used, by its tiers", async () => {
  const customer = await addCustomer(start);
  const meter = await stripe.billing.meters.create({
    display_name: "Calls",
    event_name: `calls_${customer.id}`,
    default_aggregation: { formula: "sum" },
  });
  const price = await addPrice({
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: [
      { up_to: 100, unit_amount: 0 },
      { up_to: "inf", unit_amount: 2 },
    ],
    product_data: { name: "Call" },
    recurring: { interval: "month", usage_type: "metered", meter: meter.id },
  });
  const items = [{ price, quantity: 1 }];
  await expect(stripe.subscriptions.create({ customer: customer.id, items })).rejects.toThrow(
    "Quantity should not be specified where usage_type is `metered`. Remove quantity from `items[0]`",
  );
  const { id } = await stripe.subscriptions.create({ customer: customer.id, items: [{ price }] });
  await customer.advance("2026-11-10T00:00:00Z");
  await stripe.billing.meterEvents.create({
    event_name: meter.event_name,
    payload: { stripe_customer_id: customer.id, value: "150" },
    timestamp: at("2026-11-09T00:00:00Z"),
  });
  await customer.advance("2026-12-01T00:00:00Z");
  expect(await linesOf(latestInvoice(await stripe.subscriptions.retrieve(id)))).toEqual([
    { amount: 0, description: "100 × Call (Tier 1 at $0.00 / month)" },
    { amount: 100, description: "50 × Call (Tier 2 at $0.02 / month)" },
  ]);
});

test("a discount is part of what is given back and of what is charged instead", async () => {
  const customer = await addCustomer(start);
  const price = await addPrice();
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: "forever" });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price, quantity: 15 }],
    discounts: [{ coupon: coupon.id }],
  });
  expect((await stripe.invoices.retrieve(latestInvoice(subscription))).total).toBe(3750);
  await customer.advance("2026-11-16T00:00:00Z");
  const items = [{ id: subscription.items.data[0]?.id, quantity: 18 }];
  const updated = await stripe.subscriptions.update(subscription.id, {
    items,
    proration_behavior: "always_invoice",
  });
  expect((await linesOf(latestInvoice(updated))).map(({ amount }) => amount)).toEqual([-1875, 2250]);
});

test("items can be added, changed and taken away by themselves", async () => {
  const customer = await addCustomer(start);
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: await addPrice(), quantity: 2 }],
  });
  const other = await addPrice({ unit_amount: 300 });
  const added = await stripe.subscriptionItems.create({ subscription: subscription.id, price: other });
  const changed = await stripe.subscriptionItems.update(added.id, { quantity: 4 });
  expect([changed.id, changed.quantity]).toEqual([added.id, 4]);
  const listed = await stripe.subscriptionItems.list({ subscription: subscription.id });
  expect(listed.data.map(({ quantity }) => quantity)).toEqual([2, 4]);
  expect(await stripe.subscriptionItems.del(added.id)).toMatchObject({ deleted: true });
  await expect(stripe.subscriptionItems.retrieve(added.id)).rejects.toMatchObject({
    code: "resource_missing",
  });
  const last = subscription.items.data[0]?.id ?? "";
  await expect(stripe.subscriptionItems.del(last)).rejects.toThrow("at least one active item");
});

test("pending items are billed at their own interval where one is set", async () => {
  const customer = await addCustomer(start);
  const yearly = await addPrice({ unit_amount: 12_000, recurring: { interval: "year" } });
  const { id, items } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: yearly }],
    pending_invoice_item_interval: { interval: "month" },
  });
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: items.data[0]?.id, quantity: 2 }] });
  await customer.advance("2026-12-01T02:00:00Z");
  const billed = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(billed.latest_invoice).toMatchObject({
    billing_reason: "automatic_pending_invoice_item_invoice",
    status: "paid",
    total: 11_507,
  });
});

test.each(["void", "mark_uncollectible", "keep_as_draft"] as const)(
  "while payments are paused, a renewal's invoice is not charged: %s",
  async (behavior) => {
    const customer = await addCustomer(start);
    const { id } = await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: await addPrice() }],
    });
    await stripe.subscriptions.update(id, {
      pause_collection: { behavior, resumes_at: at("2026-12-15T00:00:00Z") },
    });
    await customer.advance("2026-12-02T00:00:00Z");
    const paused = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    const expected = { void: "void", mark_uncollectible: "uncollectible", keep_as_draft: "draft" };
    expect(paused.latest_invoice).toMatchObject({ status: expected[behavior] });
    await customer.advance("2027-01-02T00:00:00Z");
    const resumed = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
    expect([resumed.status, resumed.pause_collection]).toEqual(["active", null]);
    expect(resumed.latest_invoice).toMatchObject({ status: "paid" });
  },
);
