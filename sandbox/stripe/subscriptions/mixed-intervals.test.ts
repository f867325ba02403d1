import { expect, test } from "vitest";
import { addPrice, at, latestInvoice, linesOf, stripe, subscribe } from "./testing.ts";

/** $990.00 a year, and with it $5.00 a month for each of 15 listings. */
async function subscribeToBoth(from: string) {
  const yearly = await addPrice({
    unit_amount: 99_000,
    product_data: { name: "Base" },
    recurring: { interval: "year" },
  });
  const items = [{ price: yearly }, { price: await addPrice(), quantity: 15 }];
  const { customer, subscription, id } = await subscribe(from, "pm_card_visa", { items });
  const [base, listings] = subscription.items.data;
  return { customer, subscription, id, base: base?.id ?? "", listings: listings?.id ?? "" };
}

const periodEnds = async (id: string) => {
  const { items } = await stripe.subscriptions.retrieve(id);
  return items.data.map(({ current_period_end }) => current_period_end);
};

test("a yearly base with a monthly item: each is billed in its own time, and both on the anniversary", async () => {
  const { customer, subscription, id, listings } = await subscribeToBoth("2027-01-31T10:00:00Z");
  expect(await linesOf(latestInvoice(subscription))).toEqual([
    { amount: 7500, description: "15 × Active listing (at $5.00 / month)" },
    { amount: 99_000, description: "1 × Base (at $990.00 / year)" },
  ]);
  expect(await periodEnds(id)).toEqual([at("2028-01-31T10:00:00Z"), at("2027-02-28T10:00:00Z")]);
  // Half of a period of 28 days: from 31 January to 28 February.
  await customer.advance("2027-02-14T10:00:00Z");
  await stripe.subscriptions.update(id, { items: [{ id: listings, quantity: 18 }] });
  for (let month = 1; month <= 12; month++) await customer.advance(Date.UTC(2027, month + 1, 1, 12) / 1000);
  const { data } = await stripe.invoices.list({ customer: customer.id, limit: 100 });
  const billed = data.reverse().map(({ created, total }) => [new Date(created * 1000).toISOString(), total]);
  expect(billed).toEqual([
    ["2027-01-31T10:00:00.000Z", 106_500],
    ["2027-02-28T10:00:00.000Z", 9000 - 3750 + 4500],
    ["2027-03-31T10:00:00.000Z", 9000],
    ["2027-04-30T10:00:00.000Z", 9000],
    ["2027-05-31T10:00:00.000Z", 9000],
    ["2027-06-30T10:00:00.000Z", 9000],
    ["2027-07-31T10:00:00.000Z", 9000],
    ["2027-08-31T10:00:00.000Z", 9000],
    ["2027-09-30T10:00:00.000Z", 9000],
    ["2027-10-31T10:00:00.000Z", 9000],
    ["2027-11-30T10:00:00.000Z", 9000],
    ["2027-12-31T10:00:00.000Z", 9000],
    ["2028-01-31T10:00:00.000Z", 108_000],
  ]);
  expect(await periodEnds(id)).toEqual([at("2029-01-31T10:00:00Z"), at("2028-02-29T10:00:00Z")]);
});

test("a change of the yearly item is prorated over its year", async () => {
  const { customer, id, base } = await subscribeToBoth("2027-03-01T00:00:00Z");
  // Of 366 days, for they hold 29 February 2028, 336 are left.
  await customer.advance("2027-03-31T00:00:00Z");
  const updated = await stripe.subscriptions.update(id, {
    items: [{ id: base, quantity: 2 }],
    proration_behavior: "always_invoice",
  });
  expect((await linesOf(latestInvoice(updated))).map(({ amount }) => amount)).toEqual([-90_885, 181_770]);
});

test("the switch ends all of it with the shortest period, the portal's date with the longest", async () => {
  const { id } = await subscribeToBoth("2027-03-01T00:00:00Z");
  const first = await stripe.subscriptions.update(id, {
    cancel_at_period_end: true,
    proration_behavior: "none",
  });
  expect(first.cancel_at).toBe(at("2027-04-01T00:00:00Z"));
  await stripe.subscriptions.update(id, { cancel_at_period_end: false, proration_behavior: "none" });
  const second = await stripe.subscriptions.update(id, { cancel_at: "max_period_end" });
  expect([second.cancel_at, second.cancel_at_period_end]).toEqual([at("2028-03-01T00:00:00Z"), false]);
});
