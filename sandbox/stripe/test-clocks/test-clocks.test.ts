import { expect, test } from "vitest";
import { newAccount } from "../wire/testing.ts";

const day = 86_400;
const start = Date.parse("2027-01-31T00:00:00Z") / 1000;

async function newClock() {
  const { stripe } = await newAccount();
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start, name: "Mine" });
  return { stripe, clock, clocks: stripe.testHelpers.testClocks };
}

test("a clock stands still until it is advanced, and tells when it is on its way and when it is ready", async () => {
  const { stripe, clock, clocks } = await newClock();
  expect(clock).toMatchObject({ status: "ready", frozen_time: start, name: "Mine", status_details: {} });
  const target = start + 30 * day;
  const leaving = await clocks.advance(clock.id, { frozen_time: target });
  expect(leaving).toMatchObject({
    status: "advancing",
    status_details: { advancing: { target_frozen_time: target } },
  });
  expect(await clocks.retrieve(clock.id)).toMatchObject({ status: "ready", frozen_time: target });
  expect((await clocks.list()).data).toHaveLength(1);
  const types = (await stripe.events.list()).data.map(({ type }) => type);
  expect(types).toEqual([
    "test_helpers.test_clock.ready",
    "test_helpers.test_clock.advancing",
    "test_helpers.test_clock.created",
  ]);
});

async function subscribe({ stripe, clock }: Awaited<ReturnType<typeof newClock>>) {
  const product = await stripe.products.create({ name: "Plan" });
  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 2900,
    recurring: { interval: "month" },
  });
  const customer = await stripe.customers.create({
    test_clock: clock.id,
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
  });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
  });
  return { customer, subscription };
}

test("what is due on the way happens at its own time and in its order", async () => {
  const world = await newClock();
  const { stripe, clock, clocks } = world;
  const { customer, subscription } = await subscribe(world);
  expect([customer.created, subscription.created]).toEqual([start, start]);
  await clocks.advance(clock.id, { frozen_time: start + 59 * day });
  const renewed = await stripe.subscriptions.retrieve(subscription.id);
  expect(renewed.items.data[0]?.current_period_start).toBe(Date.parse("2027-03-31T00:00:00Z") / 1000);
  const invoices = (await stripe.invoices.list({ customer: customer.id })).data;
  expect(
    invoices.map(({ created }) => new Date(created * 1000).toISOString().slice(0, 10)).toReversed(),
  ).toEqual(["2027-01-31", "2027-02-28", "2027-03-31"]);
  const times = (await stripe.events.list({ limit: 100 })).data.map(({ created }) => created).toReversed();
  const renewals = times.filter((at) => at > start && at < start + 59 * day);
  expect(renewals).toEqual(renewals.toSorted((a, b) => a - b));
});

test("a clock goes forward only, two intervals at once, or two years", async () => {
  const world = await newClock();
  const { clock, clocks } = world;
  const advance = (frozen_time: number) => clocks.advance(clock.id, { frozen_time });
  await expect(advance(start)).rejects.toMatchObject({ statusCode: 400, param: "frozen_time" });
  await expect(advance(start + 732 * day)).rejects.toThrow("two years");
  await subscribe(world);
  await expect(advance(start + 61 * day)).rejects.toThrow("two intervals");
  await expect(advance(start + 59 * day)).resolves.toMatchObject({ status: "advancing" });
  await expect(clocks.retrieve("clock_404")).rejects.toMatchObject({ statusCode: 404 });
});

test("a customer can be given to a new clock, and goes with it", async () => {
  const { stripe, clocks } = await newClock();
  const { id } = await stripe.customers.create({});
  const clock = await clocks.create({ frozen_time: start, customer: id });
  expect(await stripe.customers.retrieve(id)).toMatchObject({ test_clock: clock.id });
  await expect(clocks.create({ frozen_time: start, customer: id })).rejects.toThrow("cannot be attached");
  expect(await clocks.del(clock.id)).toMatchObject({ id: clock.id, deleted: true });
  await expect(stripe.customers.retrieve(id)).resolves.toMatchObject({ deleted: true });
});
