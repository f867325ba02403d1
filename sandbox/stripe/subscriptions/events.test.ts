import { expect, test } from "vitest";
import { addCustomer, addPrice, at, eventTypes, stripe, useCard } from "./testing.ts";

async function subscribe() {
  const customer = await addCustomer("2026-11-01T00:00:00Z");
  const price = await addPrice();
  const { id, items } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price, quantity: 15 }],
  });
  return { customer, id, item: items.data[0]?.id ?? "" };
}

const about = (types: string[]) =>
  types.filter((type) => /^(charge|customer\.subscription|invoice|invoiceitem|payment_intent)\./.test(type));

async function updatesOf(subscription: string) {
  const { data } = await stripe.events.list({ type: "customer.subscription.updated", limit: 20 });
  return data.filter(({ data: { object } }) => Reflect.get(object, "id") === subscription);
}

test("a card on file: in the order in which Stripe was seen to send them", async () => {
  const { customer } = await subscribe();
  expect(about(await eventTypes(customer.id)).slice(0, 8)).toEqual([
    "charge.succeeded",
    "customer.subscription.created",
    "payment_intent.succeeded",
    "payment_intent.created",
    "invoice.created",
    "invoice.finalized",
    "invoice.paid",
    "invoice.payment_succeeded",
  ]);
});

test("a quantity changed: the two items, then the subscription with its former items", async () => {
  const { customer, id, item } = await subscribe();
  const before = about(await eventTypes(customer.id)).length;
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 18 }] });
  expect(about(await eventTypes(customer.id)).slice(before)).toEqual([
    "invoiceitem.created",
    "invoiceitem.created",
    "customer.subscription.updated",
  ]);
  const [update] = await updatesOf(id);
  expect(update?.data.previous_attributes).toMatchObject({ items: { data: [{ id: item, quantity: 15 }] } });
});

test("charged at once: the items are told of last", async () => {
  const { customer, id, item } = await subscribe();
  const before = about(await eventTypes(customer.id)).length;
  await stripe.subscriptions.update(id, {
    items: [{ id: item, quantity: 18 }],
    proration_behavior: "always_invoice",
  });
  const types = about(await eventTypes(customer.id)).slice(before);
  expect(types.slice(-3)).toEqual([
    "customer.subscription.updated",
    "invoiceitem.created",
    "invoiceitem.created",
  ]);
  expect(types.indexOf("invoice.paid")).toBeLessThan(types.indexOf("customer.subscription.updated"));
});

test("a renewal: announced a week before, told with the former periods, and then its draft", async () => {
  const { customer, id } = await subscribe();
  await customer.advance("2026-11-24T00:00:00Z");
  expect((await eventTypes(customer.id)).at(-1)).toBe("invoice.upcoming");
  await customer.advance("2026-12-01T00:00:00Z");
  expect((await eventTypes(customer.id)).slice(-2)).toEqual([
    "customer.subscription.updated",
    "invoice.created",
  ]);
  const [update] = await updatesOf(id);
  expect(update?.data.previous_attributes).toMatchObject({
    items: { data: [{ current_period_end: at("2026-12-01T00:00:00Z") }] },
    latest_invoice: expect.stringMatching(/^in_/),
  });
});

test("a renewal that fails: the invoice first, then the subscription that is past due", async () => {
  const { customer, id } = await subscribe();
  await useCard(customer.id, "pm_card_chargeCustomerFail");
  await customer.advance("2026-12-01T02:00:00Z");
  const types = about(await eventTypes(customer.id));
  expect(types.indexOf("invoice.payment_failed")).toBeLessThan(
    types.lastIndexOf("customer.subscription.updated"),
  );
  const [update] = await updatesOf(id);
  expect(update?.data.previous_attributes).toEqual({ status: "active" });
});
