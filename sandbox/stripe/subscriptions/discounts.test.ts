import { expect, test } from "vitest";
import { addPrice, latestInvoice, stripe, subscribe } from "./testing.ts";

const start = "2026-11-01T00:00:00Z";

test("a deleted coupon still takes off what it was redeemed for", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: "forever" });
  const { customer, id } = await subscribe(start, "pm_card_visa", { discounts: [{ coupon: coupon.id }] });
  await stripe.coupons.del(coupon.id);
  await customer.advance("2026-12-01T02:00:00Z");
  const expand = ["latest_invoice", "discounts.source.coupon"];
  expect(await stripe.subscriptions.retrieve(id, { expand })).toMatchObject({
    latest_invoice: { billing_reason: "subscription_cycle", status: "paid", total: 250 },
    discounts: [{ source: { coupon: { percent_off: 50 } } }],
  });
  await expect(stripe.coupons.retrieve(coupon.id)).rejects.toMatchObject({ code: "resource_missing" });
});

test("a coupon for one invoice is gone with the first, and the next is in full", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: "once" });
  const { customer, subscription, id } = await subscribe(start, "pm_card_visa", {
    discounts: [{ coupon: coupon.id }],
  });
  expect(subscription.discounts).toEqual([]);
  expect((await stripe.invoices.retrieve(latestInvoice(subscription))).total).toBe(250);
  await customer.advance("2026-12-01T02:00:00Z");
  const renewed = await stripe.subscriptions.retrieve(id);
  expect((await stripe.invoices.retrieve(latestInvoice(renewed))).total).toBe(500);
});

test("a coupon for one invoice that comes later is gone when that one is final, and this is told", async () => {
  const { customer, id } = await subscribe(start);
  const coupon = await stripe.coupons.create({ amount_off: 100, currency: "usd", duration: "once" });
  const given = await stripe.subscriptions.update(id, { discounts: [{ coupon: coupon.id }] });
  await customer.advance("2026-12-01T00:30:00Z");
  expect((await stripe.subscriptions.retrieve(id)).discounts).toEqual(given.discounts);
  await customer.advance("2026-12-01T02:00:00Z");
  const after = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(after).toMatchObject({ discounts: [], latest_invoice: { total: 400 } });
  const { data } = await stripe.events.list({ type: "customer.subscription.updated", limit: 20 });
  const told = data.find(({ data: { object } }) => Reflect.get(object, "id") === id);
  expect(told?.data.previous_attributes).toEqual({ discounts: given.discounts });
});

test("a coupon for some months takes off exactly those invoices", async () => {
  const coupon = await stripe.coupons.create({
    percent_off: 10,
    duration: "repeating",
    duration_in_months: 2,
  });
  const { customer } = await subscribe(start, "pm_card_visa", { discounts: [{ coupon: coupon.id }] });
  await customer.advance("2026-12-15T00:00:00Z");
  await customer.advance("2027-01-15T00:00:00Z");
  const { data } = await stripe.invoices.list({ customer: customer.id });
  expect(data.map(({ total }) => total)).toEqual([500, 450, 450]);
});

test("a subscription to a plan that is deleted goes on, and keeps its product", async () => {
  const product = await stripe.products.create({ name: "Old plan" });
  const plan = await stripe.plans.create({
    currency: "usd",
    interval: "month",
    amount: 500,
    product: product.id,
  });
  const { customer, id, item } = await subscribe(start, "pm_card_visa", { items: [{ price: plan.id }] });
  await stripe.plans.del(plan.id);
  await expect(stripe.products.del(product.id)).rejects.toThrow("has one or more subscriptions");
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 3 }] });
  await customer.advance("2026-12-01T02:00:00Z");
  const renewed = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(renewed.latest_invoice).toMatchObject({ total: -250 + 750 + 1500, status: "paid" });
});

test("a preview of what a discount leaves is what is then charged", async () => {
  const coupon = await stripe.coupons.create({ percent_off: 33, duration: "forever" });
  const { customer, id, item } = await subscribe(start, "pm_card_visa", {
    items: [{ price: await addPrice({ unit_amount: 999 }), quantity: 7 }],
    discounts: [{ coupon: coupon.id }],
  });
  await customer.advance("2026-11-11T11:11:11Z");
  const change = { items: [{ id: item, quantity: 9 }], proration_behavior: "always_invoice" as const };
  const preview = await stripe.invoices.createPreview({ subscription: id, subscription_details: change });
  const updated = await stripe.subscriptions.update(id, { ...change, expand: ["latest_invoice"] });
  expect(updated.latest_invoice).toMatchObject({ total: preview.total, amount_paid: preview.amount_due });
  expect(preview.total).toBeGreaterThan(0);
});
