import { afterAll, expect, test } from "vitest";
import { control } from "#sandbox/testing.ts";
import { eventTypes, latestInvoice, stripe, subscribe, useCard } from "./testing.ts";

afterAll(() => control("/stripe/collection", {}));

/** A subscription whose renewal failed, once at first and once more a day later. */
async function exhaust(after_last_retry: string, more: object = {}) {
  await control("/stripe/collection", { retry_after_days: [1], after_last_retry });
  const { customer, id } = await subscribe("2026-11-01T00:00:00Z", "pm_card_visa", more);
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  await customer.advance("2026-12-05T00:00:00Z");
  const subscription = await stripe.subscriptions.retrieve(id);
  const types = (await eventTypes(customer.id)).filter((type) => type.startsWith("customer.subscription."));
  return { customer, id, subscription, types, failed: latestInvoice(subscription) };
}

test("past_due: it stays so, is billed further, and is active when the latest invoice is paid", async () => {
  const { customer, id, subscription, types, failed } = await exhaust("past_due");
  expect([subscription.status, types.at(-1)]).toEqual(["past_due", "customer.subscription.updated"]);
  await customer.advance("2027-01-05T00:00:00Z");
  await useCard(customer.id, "pm_card_visa");
  await stripe.invoices.pay(failed);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("past_due");
  await stripe.invoices.pay(latestInvoice(await stripe.subscriptions.retrieve(id)));
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
});

test("unpaid: later invoices stay drafts that nobody charges, and paying the open one makes it active", async () => {
  const { customer, id, subscription, types, failed } = await exhaust("unpaid");
  expect([subscription.status, types.at(-1)]).toEqual(["unpaid", "customer.subscription.updated"]);
  await customer.advance("2027-01-05T00:00:00Z");
  const draft = latestInvoice(await stripe.subscriptions.retrieve(id));
  expect(await stripe.invoices.retrieve(draft)).toMatchObject({
    status: "draft",
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
  });
  const { data } = await stripe.events.list({ type: "invoice.created", limit: 20 });
  const told = data.find(({ data: { object } }) => Reflect.get(object, "id") === draft);
  expect(told?.data.object).toMatchObject({ auto_advance: false });
  await useCard(customer.id, "pm_card_visa");
  await stripe.invoices.pay(failed);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
});

test("cancel: it is over, and what is open is not collected any more, which is told", async () => {
  const { customer, subscription, types, failed } = await exhaust("cancel");
  expect(subscription).toMatchObject({
    status: "canceled",
    cancellation_details: { reason: "payment_failed" },
  });
  expect(types.at(-1)).toBe("customer.subscription.deleted");
  const invoice = await stripe.invoices.retrieve(failed);
  expect(invoice).toMatchObject({ status: "open", auto_advance: false, next_payment_attempt: null });
  const { data } = await stripe.events.list({ type: "invoice.updated", limit: 20 });
  const told = data.find(({ data: { object } }) => Reflect.get(object, "id") === failed);
  expect(told?.data.previous_attributes).toEqual({ auto_advance: true });
  await useCard(customer.id, "pm_card_visa");
  await stripe.invoices.pay(failed);
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
});

test("pause: it has no new periods until it is resumed", async () => {
  const { customer, id, subscription, types } = await exhaust("pause");
  expect(subscription.status_details?.paused.subscription.type).toBe("final_payment_failure");
  expect(types.slice(-2)).toEqual(["customer.subscription.updated", "customer.subscription.paused"]);
  await customer.advance("2027-01-05T00:00:00Z");
  expect(latestInvoice(await stripe.subscriptions.retrieve(id))).toBe(latestInvoice(subscription));
  await useCard(customer.id, "pm_card_visa");
  expect((await stripe.subscriptions.resume(id)).status).toBe("active");
});

test("pause is for flexible billing only: in classic billing it stays past due", async () => {
  const { subscription } = await exhaust("pause", { billing_mode: { type: "classic" } });
  expect(subscription.status).toBe("past_due");
});

test("a failed invoice that is voided is forgiven", async () => {
  const { customer, id, failed } = await exhaust("past_due");
  await stripe.invoices.voidInvoice(failed);
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
  await customer.advance("2027-01-01T02:00:00Z");
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("past_due");
});

test("a trial that ends without a card is past due once its first invoice has failed", async () => {
  await control("/stripe/collection", {});
  const { customer, id } = await subscribe("2026-11-01T00:00:00Z", null, { trial_period_days: 7 });
  await customer.advance("2026-11-08T00:00:00Z");
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
  await customer.advance("2026-11-08T01:00:00Z");
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("past_due");
});
