import { afterAll, beforeAll, expect, test } from "vitest";
import { control } from "#sandbox/testing.ts";
import { deliver, listen } from "../events/testing.ts";
import { addCustomer, addDraft, eventTypes, stripe, useCard } from "./testing.ts";

const day = 86_400;
const start = Date.UTC(2026, 10, 1) / 1000;

beforeAll(() => control("/stripe/collection", { retry_after_days: [3, 5], after_last_retry: "unpaid" }));
afterAll(() => control("/stripe/collection", {}));

/** A customer on a clock of its own. */
async function addClock(card: string) {
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const customer = await addCustomer(card, { test_clock: clock });
  const goTo = (frozen_time: number) => stripe.testHelpers.testClocks.advance(clock, { frozen_time });
  return { customer, goTo };
}

/** A subscription at $20 a month whose card stops working before it renews. */
async function addFailingSubscription(failing = "pm_card_chargeCustomerFail") {
  const { customer, goTo } = await addClock("pm_card_visa");
  const product = await stripe.products.create({ name: "Starter" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 2000,
    recurring: { interval: "month" },
  });
  const { id } = await stripe.subscriptions.create({ customer, items: [{ price: price.id }] });
  await useCard(customer, failing);
  const latest = async () => {
    const { latest_invoice, status } = await stripe.subscriptions.retrieve(id);
    return { status, invoice: await stripe.invoices.retrieve(String(latest_invoice)) };
  };
  return { customer, goTo, latest, renewal: start + 30 * day };
}

test("a draft that advances is finalized and paid an hour later", async () => {
  const { customer, goTo } = await addClock("pm_card_visa");
  const id = await addDraft(customer, [500], { auto_advance: true });
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ automatically_finalizes_at: start + 3600 });
  await goTo(start + 3599);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "draft" });
  await goTo(start + 3601);
  const paid = await stripe.invoices.retrieve(id);
  expect(paid).toMatchObject({ status: "paid", status_transitions: { paid_at: start + 3600 } });
});

test("a renewal is a draft for an hour, then paid", async () => {
  const { goTo, latest, renewal, customer } = await addFailingSubscription();
  await useCard(customer, "pm_card_visa");
  await goTo(renewal + 60);
  const { invoice: draft } = await latest();
  expect(draft).toMatchObject({
    status: "draft",
    billing_reason: "subscription_cycle",
    period_start: start,
    period_end: renewal,
    automatically_finalizes_at: renewal + 3600,
    next_payment_attempt: renewal + 3600,
    parent: { type: "subscription_details" },
  });
  await goTo(renewal + 3600);
  expect(await latest()).toMatchObject({ status: "active", invoice: { status: "paid", amount_paid: 2000 } });
  expect(await eventTypes(draft.id)).toEqual([
    "invoice.created",
    "invoice.updated",
    "invoice.finalized",
    "invoice.updated",
    "invoice.paid",
    "invoice.payment_succeeded",
  ]);
});

test("a renewal that fails is tried again on schedule, and then given up as set", async () => {
  const { customer, goTo, latest, renewal } = await addFailingSubscription();
  const first = renewal + 3600;
  await goTo(first);
  expect(await latest()).toMatchObject({
    status: "past_due",
    invoice: { status: "open", attempt_count: 1, next_payment_attempt: first + 3 * day },
  });
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ delinquent: true });
  await goTo(first + 3 * day);
  expect(await latest()).toMatchObject({
    status: "past_due",
    invoice: { attempt_count: 2, next_payment_attempt: first + 8 * day },
  });
  await goTo(first + 8 * day);
  const { status, invoice } = await latest();
  expect({ status, invoice }).toMatchObject({
    status: "unpaid",
    invoice: { status: "open", attempt_count: 3, next_payment_attempt: null },
  });
  const failures = (await eventTypes(invoice.id)).filter((type) => type === "invoice.payment_failed");
  expect(failures).toHaveLength(3);
});

test("a new card pays what was open, and the subscription is active again", async () => {
  const { customer, goTo, latest, renewal } = await addFailingSubscription();
  await goTo(renewal + 3600);
  await useCard(customer, "pm_card_visa");
  const { invoice } = await latest();
  const before = (await eventTypes(invoice.id)).length;
  await stripe.invoices.pay(invoice.id);
  expect(await latest()).toMatchObject({ status: "active", invoice: { status: "paid", attempt_count: 1 } });
  expect((await eventTypes(invoice.id)).slice(before)).toEqual([
    "invoice.updated",
    "invoice.paid",
    "invoice.payment_succeeded",
  ]);
  expect(await stripe.customers.retrieve(customer)).toMatchObject({ delinquent: false });
});

test("a card that changed in time is charged by the next retry", async () => {
  const { customer, goTo, latest, renewal } = await addFailingSubscription();
  await goTo(renewal + 3600);
  await useCard(customer, "pm_card_visa");
  await goTo(renewal + 3600 + 3 * day);
  expect(await latest()).toMatchObject({ status: "active", invoice: { status: "paid", attempt_count: 2 } });
});

test("a card that wants confirmation at a renewal makes it past due", async () => {
  const { goTo, latest, renewal } = await addFailingSubscription("pm_card_authenticationRequired");
  await goTo(renewal + 3600);
  const { status, invoice } = await latest();
  expect(status).toBe("past_due");
  expect(await eventTypes(invoice.id)).toEqual(
    expect.arrayContaining(["invoice.payment_action_required", "invoice.payment_failed"]),
  );
});

test("a voided renewal is not collected any more", async () => {
  const { goTo, latest, renewal } = await addFailingSubscription();
  await goTo(renewal + 3600);
  const { invoice } = await latest();
  await stripe.invoices.voidInvoice(invoice.id);
  await goTo(renewal + 20 * day);
  expect(await stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: "void", attempt_count: 1 });
});

test("a draft waits up to three days for an endpoint that fails on it", async () => {
  const { customer, goTo } = await addClock("pm_card_visa");
  const { received } = await listen({ enabled_events: ["invoice.created"] }, 500);
  const id = await addDraft(customer, [500], { auto_advance: true });
  await deliver();
  expect(received).toHaveLength(1);
  await goTo(start + 2 * day);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "draft" });
  await goTo(start + 3 * day);
  expect(await stripe.invoices.retrieve(id)).toMatchObject({ status: "paid" });
});

test("an invoice that was sent and not paid is overdue on its day", async () => {
  const { customer, goTo } = await addClock("pm_card_visa");
  const id = await addDraft(customer, [100], { collection_method: "send_invoice", days_until_due: 14 });
  await stripe.invoices.sendInvoice(id);
  await goTo(start + 14 * day);
  expect(await eventTypes(id)).toContain("invoice.overdue");
});
