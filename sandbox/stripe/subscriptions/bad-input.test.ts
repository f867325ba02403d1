import type Stripe from "stripe";
import { expect, test } from "vitest";
import { addPrice, at, stripe, subscribe } from "./testing.ts";

const start = "2026-11-01T00:00:00Z";

async function addMetered(): Promise<string> {
  const meter = await stripe.billing.meters.create({
    display_name: "Calls",
    event_name: `calls_${crypto.randomUUID()}`,
    default_aggregation: { formula: "sum" },
  });
  return addPrice({ recurring: { interval: "month", usage_type: "metered", meter: meter.id } });
}

test("a metered price takes no quantity, however it comes to the subscription", async () => {
  const metered = await addMetered();
  const { id, item } = await subscribe(start);
  const refusal = /^Quantity should not be specified where usage_type is `metered`/;
  const add = { items: [{ price: metered, quantity: 2 }] };
  await expect(stripe.subscriptions.update(id, add)).rejects.toThrow(refusal);
  const change = { items: [{ id: item, price: metered, quantity: 2 }] };
  await expect(stripe.subscriptions.update(id, change)).rejects.toThrow(refusal);
  const direct = { subscription: id, price: metered, quantity: 0 };
  await expect(stripe.subscriptionItems.create(direct)).rejects.toThrow(refusal);
  const added = await stripe.subscriptionItems.create({ subscription: id, price: metered });
  await expect(stripe.subscriptionItems.update(added.id, { quantity: 1 })).rejects.toThrow(refusal);
  const switched = await stripe.subscriptions.update(id, {
    items: [{ id: added.id, price: await addPrice() }],
  });
  expect(switched.items.data.map(({ quantity }) => quantity)).toEqual([1, 1]);
});

test.each<[string, (item: string) => Stripe.SubscriptionUpdateParams.Item, object]>([
  ["no id and no price", () => ({ quantity: 3 }), { code: "parameter_missing", param: "items[0][price]" }],
  ["another's id", () => ({ id: "si_404" }), { code: "resource_missing", param: "items[0][id]" }],
  ["less than none", (id) => ({ id, quantity: -1 }), { code: "parameter_invalid_integer" }],
  ["half of one", (id) => ({ id, quantity: 1.5 }), { code: "parameter_invalid_integer" }],
  ["no such price", (id) => ({ id, price: "price_404" }), { code: "resource_missing" }],
])("an item is refused that has %s, and nothing is changed", async (_, change, refusal) => {
  const { id, item, customer } = await subscribe(start);
  const update = stripe.subscriptions.update(id, { items: [change(item)], metadata: { a: "b" } });
  await expect(update).rejects.toMatchObject({ statusCode: 400, ...refusal });
  expect((await stripe.subscriptions.retrieve(id)).metadata).toEqual({});
  expect((await stripe.invoiceItems.list({ customer: customer.id, pending: true })).data).toEqual([]);
});

test("a subscription has one to twenty items", async () => {
  const { customer, id, item } = await subscribe(start);
  const none: Stripe.SubscriptionCreateParams = { customer: customer.id, items: [] };
  await expect(stripe.subscriptions.create(none)).rejects.toMatchObject({ code: "parameter_missing" });
  const last = { items: [{ id: item, deleted: true }] };
  await expect(stripe.subscriptions.update(id, last)).rejects.toThrow("at least one active item");
  const prices = await Promise.all(Array.from({ length: 20 }, () => addPrice()));
  const add = (count: number) => ({ items: prices.slice(0, count).map((price) => ({ price })) });
  await expect(stripe.subscriptions.update(id, add(20))).rejects.toThrow("at most 20 items");
  expect((await stripe.subscriptions.update(id, add(19))).items.data).toHaveLength(20);
});

test("a quantity set to 0 gives back all that is left, and one above 0 charges again", async () => {
  const { customer, id, item } = await subscribe(start);
  await customer.advance("2026-11-16T00:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 0 }] });
  await stripe.subscriptions.update(id, { items: [{ id: item, quantity: 2 }] });
  const { data } = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  expect(data.map(({ amount }) => amount).toSorted((a, b) => a - b)).toEqual([-250, 0, 0, 500]);
});

test("a promotion code, which the stand-in does not have, is refused", async () => {
  const { customer } = await subscribe(start);
  const discounts = [{ promotion_code: "promo_404" }];
  const create = stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: await addPrice() }],
    discounts,
  });
  await expect(create).rejects.toThrow("No such promotion code: 'promo_404'");
});

test("the prorations of one date are the same again, and its preview too", async () => {
  const { customer, id, item } = await subscribe(start);
  await customer.advance("2026-11-16T09:30:00Z");
  const change = { items: [{ id: item, quantity: 3 }], proration_date: at("2026-11-16T00:00:00Z") };
  const preview = await stripe.invoices.createPreview({ subscription: id, subscription_details: change });
  const isProration = ({ parent }: Stripe.InvoiceLineItem) => parent?.subscription_item_details?.proration;
  const foreseen = preview.lines.data.filter(isProration).map(({ amount }) => amount);
  await stripe.subscriptions.update(id, change);
  await customer.advance("2026-11-16T10:00:00Z");
  await stripe.subscriptions.update(id, change);
  const { data } = await stripe.invoiceItems.list({ customer: customer.id, pending: true });
  const made = data.map(({ amount }) => amount).toSorted((a, b) => a - b);
  expect([made, foreseen.toSorted((a, b) => a - b)]).toEqual([
    [-250, 750],
    [-250, 750],
  ]);
});

test("what is not paused, or is billed by mail, cannot be resumed", async () => {
  const { id } = await subscribe(start);
  await expect(stripe.subscriptions.resume(id)).rejects.toThrow("with the status `paused` can be resumed");
  const mailed = await subscribe(start, null, { collection_method: "send_invoice", days_until_due: 7 });
  await stripe.subscriptions.pause(mailed.id);
  await expect(stripe.subscriptions.resume(mailed.id)).rejects.toThrow("charged automatically");
});
