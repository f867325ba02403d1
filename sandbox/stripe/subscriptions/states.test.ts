import type Stripe from "stripe";
import { expect, test } from "vitest";
import { at, eventTypes, latestInvoice, stripe, subscribe as subscribeAt, useCard } from "./testing.ts";

const start = "2026-11-01T00:00:00Z";

const subscribe = (card: string | null, more: Partial<Stripe.SubscriptionCreateParams> = {}) =>
  subscribeAt(start, card, more);

const statusOf = async (id: string) => (await stripe.subscriptions.retrieve(id)).status;

test("a first invoice that is not paid for 23 hours ends it for good, and is void", async () => {
  const { customer, subscription, id, item } = await subscribe("pm_card_visa", {
    payment_behavior: "default_incomplete",
  });
  expect(subscription.status).toBe("incomplete");
  const change = { items: [{ id: item, quantity: 2 }] };
  await expect(stripe.subscriptions.update(id, change)).rejects.toThrow("can only update its metadata");
  expect((await stripe.subscriptions.update(id, { metadata: { a: "b" } })).metadata).toEqual({ a: "b" });
  await customer.advance("2026-11-02T00:00:00Z");
  expect(await statusOf(id)).toBe("incomplete_expired");
  expect((await stripe.invoices.retrieve(latestInvoice(subscription))).status).toBe("void");
});

test("a first invoice that is paid in time makes it active", async () => {
  const { customer, subscription, id } = await subscribe("pm_card_visa", {
    payment_behavior: "default_incomplete",
  });
  await stripe.invoices.pay(latestInvoice(subscription));
  expect(await statusOf(id)).toBe("active");
  expect(await eventTypes(customer.id)).toContain("customer.subscription.updated");
});

test("a card that is declined leaves it incomplete, or refuses all of it, as was asked", async () => {
  expect((await subscribe("pm_card_chargeCustomerFail")).subscription.status).toBe("incomplete");
  const refused = subscribe("pm_card_chargeCustomerFail", { payment_behavior: "error_if_incomplete" });
  await expect(refused).rejects.toMatchObject({ statusCode: 402, code: "card_declined" });
  await expect(subscribe(null)).rejects.toThrow("no attached payment source");
});

test("a renewal that fails makes it past due, and paying the latest invoice active again", async () => {
  const { customer, id } = await subscribe("pm_card_visa");
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  await customer.advance("2026-12-01T02:00:00Z");
  const due = await stripe.subscriptions.retrieve(id);
  expect(due.status).toBe("past_due");
  await useCard(customer.id, "pm_card_visa");
  await stripe.invoices.pay(latestInvoice(due));
  expect(await statusOf(id)).toBe("active");
});

test("when the last retry fails it is canceled, as the account's settings have it", async () => {
  const { customer, id } = await subscribe("pm_card_visa");
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  await customer.advance("2026-12-25T00:00:00Z");
  const ended = await stripe.subscriptions.retrieve(id);
  expect([ended.status, ended.cancellation_details?.reason]).toEqual(["canceled", "payment_failed"]);
});

test("a trial costs nothing, is announced three days before its end, and then renews", async () => {
  const { customer, subscription, id } = await subscribe("pm_card_visa", { trial_period_days: 14 });
  expect(subscription.status).toBe("trialing");
  expect((await stripe.invoices.retrieve(latestInvoice(subscription))).total).toBe(0);
  await customer.advance("2026-11-12T00:00:00Z");
  expect(await eventTypes(customer.id)).toContain("customer.subscription.trial_will_end");
  await customer.advance("2026-11-15T02:00:00Z");
  const active = await stripe.subscriptions.retrieve(id, { expand: ["latest_invoice"] });
  expect(active.status).toBe("active");
  expect(active.latest_invoice).toMatchObject({ amount_paid: 500, billing_reason: "subscription_cycle" });
  expect(active.items.data[0]?.current_period_end).toBe(at("2026-12-15T00:00:00Z"));
});

test.each(["cancel", "pause"] as const)(
  "a trial that ends without a card does as was said: %s",
  async (what) => {
    const { customer, id } = await subscribe(null, {
      trial_period_days: 2,
      trial_settings: { end_behavior: { missing_payment_method: what } },
    });
    await customer.advance("2026-11-03T00:00:01Z");
    expect(await statusOf(id)).toBe(what === "cancel" ? "canceled" : "paused");
    if (what === "cancel") return;
    await useCard(customer.id, "pm_card_visa");
    const resumed = await stripe.subscriptions.resume(id);
    expect([resumed.status, resumed.billing_cycle_anchor]).toEqual(["active", at("2026-11-03T00:00:01Z")]);
  },
);

test("a trial that is ended now without a card is paused if that was said", async () => {
  const { id } = await subscribe(null, {
    trial_period_days: 14,
    trial_settings: { end_behavior: { missing_payment_method: "pause" } },
  });
  const paused = await stripe.subscriptions.update(id, { trial_end: "now" });
  expect([paused.status, paused.trial_end]).toEqual(["paused", paused.trial_start]);
});

test("a trial that is ended now is charged now", async () => {
  const { customer, id } = await subscribe("pm_card_visa", { trial_period_days: 14 });
  await customer.advance("2026-11-05T00:00:00Z");
  const active = await stripe.subscriptions.update(id, { trial_end: "now", expand: ["latest_invoice"] });
  expect([active.status, active.billing_cycle_anchor]).toEqual(["active", at("2026-11-05T00:00:00Z")]);
  expect(active.latest_invoice).toMatchObject({ amount_paid: 500, billing_reason: "subscription_update" });
});

test("an upgrade that must be paid first waits for that, and is forgotten after 23 hours", async () => {
  const { customer, id, item } = await subscribe("pm_card_visa");
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  const change: Stripe.SubscriptionUpdateParams = {
    items: [{ id: item, quantity: 5 }],
    payment_behavior: "pending_if_incomplete",
    proration_behavior: "always_invoice",
  };
  const waiting = await stripe.subscriptions.update(id, change);
  expect(waiting.items.data[0]?.quantity).toBe(1);
  expect(waiting.pending_update?.subscription_items?.[0]?.quantity).toBe(5);
  await customer.advance("2026-11-02T00:00:00Z");
  expect((await stripe.subscriptions.retrieve(id)).pending_update).toBeNull();
  const again = await stripe.subscriptions.update(id, change);
  await useCard(customer.id, "pm_card_visa");
  await stripe.invoices.pay(latestInvoice(again));
  const applied = await stripe.subscriptions.retrieve(id);
  expect([applied.items.data[0]?.quantity, applied.pending_update, applied.status]).toEqual([
    5,
    null,
    "active",
  ]);
  const types = await eventTypes(customer.id);
  expect(types).toContain("customer.subscription.pending_update_expired");
  expect(types).toContain("customer.subscription.pending_update_applied");
});

test("it can be paused and resumed, and what it paused for is given back", async () => {
  const { customer, id } = await subscribe("pm_card_visa");
  await customer.advance("2026-11-16T00:00:00Z");
  const paused = await stripe.subscriptions.pause(id);
  expect(paused.status_details?.paused.subscription.type).toBe("pause_requested");
  const { data } = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  expect(data.map(({ amount }) => amount)).toEqual([-250]);
  await customer.advance("2027-01-05T00:00:00Z");
  const resumed = await stripe.subscriptions.resume(id, undefined);
  expect([resumed.status, resumed.status_details]).toEqual(["active", undefined]);
});

test("with a card that needs its owner it is incomplete until the owner has confirmed", async () => {
  const { subscription } = await subscribe("pm_card_authenticationRequired");
  expect(subscription.status).toBe("incomplete");
  const refused = subscribe("pm_card_authenticationRequired", { payment_behavior: "error_if_incomplete" });
  await expect(refused).rejects.toMatchObject({ code: "invoice_payment_intent_requires_action" });
});

test("billed by mail it is active at once, and its first invoice a draft", async () => {
  const { subscription } = await subscribe(null, {
    collection_method: "send_invoice",
    days_until_due: 14,
    expand: ["latest_invoice"],
  });
  expect(subscription.status).toBe("active");
  expect(subscription.latest_invoice).toMatchObject({ status: "draft", collection_method: "send_invoice" });
});
