import type Stripe from "stripe";
import { expect, test } from "vitest";
import { at, eventTypes, latestInvoice, stripe, subscribe, useCard } from "./testing.ts";

const start = "2026-11-01T00:00:00Z";

const five = (item: string): Stripe.SubscriptionUpdateParams => ({
  items: [{ id: item, quantity: 5 }],
  metadata: { plan: "big" },
  payment_behavior: "pending_if_incomplete",
  proration_behavior: "always_invoice",
});

const invoiceStatus = async (subscription: Stripe.Subscription) =>
  (await stripe.invoices.retrieve(latestInvoice(subscription))).status;

test("an update that is not paid before the next period is forgotten, and the period comes once", async () => {
  const { customer, id, item } = await subscribe(start);
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  await customer.advance("2026-11-30T12:00:00Z");
  const waiting = await stripe.subscriptions.update(id, five(item));
  expect(waiting.pending_update?.expires_at).toBe(at("2026-12-01T00:00:00Z"));
  await customer.advance("2026-12-01T00:30:00Z");
  expect(await invoiceStatus(waiting)).toBe("void");
  const renewed = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(renewed).toMatchObject({
    pending_update: null,
    items: { data: [{ quantity: 1, current_period_end: at("2027-01-01T00:00:00Z") }] },
    latest_invoice: { total: 500, billing_reason: "subscription_cycle" },
  });
});

test("all that the update was to change waits with it, and comes with it", async () => {
  const { customer, id, item } = await subscribe(start);
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  const waiting = await stripe.subscriptions.update(id, five(item));
  expect([waiting.metadata, waiting.pending_update?.metadata]).toEqual([{}, { plan: "big" }]);
  await useCard(customer.id, "pm_card_visa");
  await stripe.invoices.pay(latestInvoice(waiting));
  expect((await stripe.subscriptions.retrieve(id)).metadata).toEqual({ plan: "big" });
});

test("while a bank debit is under way the update waits for it, and is forgotten when it comes back", async () => {
  const { customer, id, item } = await subscribe(start);
  await useCard(customer.id, "pm_usBankAccount_noAccount");
  const waiting = await stripe.subscriptions.update(id, five(item));
  await customer.advance("2026-11-02T00:00:00Z");
  expect((await stripe.subscriptions.retrieve(id)).pending_update).not.toBeNull();
  await customer.advance("2026-11-20T00:00:00Z");
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    status: "active",
    pending_update: null,
    items: { data: [{ quantity: 1 }] },
  });
  expect(await invoiceStatus(waiting)).toBe("void");
});

test("a bank debit that takes longer than the period changes what is there by then", async () => {
  const { customer, id, item } = await subscribe(start);
  await useCard(customer.id, "pm_usBankAccount_success");
  await customer.advance("2026-11-30T12:00:00Z");
  await stripe.subscriptions.update(id, five(item));
  await customer.advance("2026-12-15T00:00:00Z");
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    pending_update: null,
    items: { data: [{ quantity: 5, current_period_end: at("2027-01-01T00:00:00Z") }] },
  });
  const { data } = await stripe.invoices.list({ customer: customer.id });
  const cycles = data.filter(({ billing_reason }) => billing_reason === "subscription_cycle");
  expect(cycles).toHaveLength(1);
});

test("a first payment that a bank has under way is not called back when the subscription is canceled", async () => {
  const { customer, subscription, id } = await subscribe(start, "pm_usBankAccount_success");
  expect(subscription.status).toBe("incomplete");
  expect((await stripe.subscriptions.cancel(id)).status).toBe("canceled");
  await customer.advance("2026-11-12T00:00:00Z");
  expect(await invoiceStatus(subscription)).toBe("paid");
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("canceled");
});

test("resumed at once, it goes on past due when the card is declined", async () => {
  const { customer, id } = await subscribe(start);
  await stripe.subscriptions.pause(id, { bill_for: { unused_time_from: { type: "none" } } });
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  const tried = await stripe.subscriptions.resume(id);
  expect(tried.status).toBe("past_due");
  await useCard(customer.id, "pm_card_visa");
  await stripe.invoices.pay(latestInvoice(tried));
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
});

test("resumed once somebody pays: void after 23 hours, whatever else was changed meanwhile", async () => {
  const { customer, id } = await subscribe(start);
  await stripe.subscriptions.pause(id, { bill_for: { unused_time_from: { type: "none" } } });
  const payment_behavior = "resume_on_payment_success";
  const first = await stripe.subscriptions.resume(id, { payment_behavior });
  expect(first.status).toBe("paused");
  await stripe.subscriptions.update(id, { metadata: { a: "1" } });
  await customer.advance("2026-11-02T00:00:00Z");
  expect(await invoiceStatus(first)).toBe("void");
  const second = await stripe.subscriptions.resume(id, { payment_behavior });
  await stripe.subscriptions.update(id, { metadata: { b: "2" } });
  await stripe.invoices.pay(latestInvoice(second));
  expect(await stripe.subscriptions.retrieve(id)).toMatchObject({
    status: "active",
    metadata: { a: "1", b: "2" },
    billing_cycle_anchor: at("2026-11-02T00:00:00Z"),
  });
  expect(await eventTypes(customer.id)).toContain("customer.subscription.resumed");
});
