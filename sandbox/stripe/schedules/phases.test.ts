import { expect, test } from "vitest";
import {
  at,
  billed,
  currentPhase,
  itemsOf,
  newCustomer,
  newPrice,
  newScheduled,
  stripe,
  told,
} from "./testing.ts";

test("a downgrade at the end of the period is billed from the renewal on, and nothing before", async () => {
  const [pro, starter] = [await newPrice(9900), await newPrice(2900)];
  const { customer, advance, subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [
    { price: pro, quantity: 1 },
  ]);
  await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: "release",
    phases: [
      currentPhase(schedule),
      {
        items: [{ price: starter, quantity: 1 }],
        duration: { interval: "month", interval_count: 1 },
        proration_behavior: "none",
      },
    ],
  });
  expect(await itemsOf(subscription.id)).toEqual([[pro, 1]]);
  await advance("2027-02-10T02:00:00Z");
  expect(await itemsOf(subscription.id)).toEqual([[starter, 1]]);
  expect(await billed(customer)).toEqual([
    [9900, "subscription_create"],
    [2900, "subscription_cycle"],
  ]);
  await advance("2027-03-10T02:00:00Z");
  expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
    status: "completed",
    completed_at: at("2027-03-10T00:00:00Z"),
    current_phase: null,
  });
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: "active",
    schedule: null,
  });
  expect(await told(schedule.id)).toEqual(["created", "updated", "updated", "expiring", "completed"]);
  expect((await billed(customer)).at(-1)).toEqual([2900, "subscription_cycle"]);
});

test("a phase that begins amid a period gives back what is left of the old price", async () => {
  const [small, large] = [await newPrice(1000), await newPrice(3000)];
  const { customer, advance, subscription, schedule } = await newScheduled("2027-04-01T00:00:00Z", [
    { price: small, quantity: 2 },
  ]);
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [
      { ...currentPhase(schedule), end_date: at("2027-04-16T00:00:00Z") },
      { items: [{ price: large, quantity: 2 }], proration_behavior: "create_prorations" },
    ],
  });
  await advance("2027-04-16T00:00:00Z");
  expect(await itemsOf(subscription.id)).toEqual([[large, 2]]);
  const { data } = await stripe.invoiceItems.list({ customer, pending: true });
  expect(data.map(({ amount }) => amount).sort((a, b) => a - b)).toEqual([-1000, 3000]);
  await advance("2027-05-01T02:00:00Z");
  expect((await billed(customer)).at(-1)).toEqual([8000, "subscription_cycle"]);
});

test("each phase has its own quantity, whatever was changed meanwhile", async () => {
  const price = await newPrice(500);
  const { advance, subscription, schedule } = await newScheduled("2027-01-01T00:00:00Z", [
    { price, quantity: 15 },
  ]);
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [currentPhase(schedule), { items: [{ price, quantity: 12 }], proration_behavior: "none" }],
  });
  const [item] = subscription.items.data;
  await stripe.subscriptions.update(subscription.id, { items: [{ id: item?.id, quantity: 18 }] });
  expect(await itemsOf(subscription.id)).toEqual([[price, 18]]);
  await advance("2027-02-01T02:00:00Z");
  expect(await itemsOf(subscription.id)).toEqual([[price, 12]]);
  const after = await stripe.subscriptions.retrieve(subscription.id);
  expect(after.items.data[0]?.id).toBe(item?.id);
});

test("monthly phases from the last of a month end on the last of each month", async () => {
  const price = await newPrice(500);
  const { customer, advance } = await newCustomer("2027-01-31T10:00:00Z");
  const month = { interval: "month", interval_count: 1 } as const;
  const { phases, subscription } = await stripe.subscriptionSchedules.create({
    customer,
    start_date: "now",
    phases: [1, 2, 3].map((quantity) => ({ items: [{ price, quantity }], duration: month })),
  });
  expect(phases.map(({ end_date }) => new Date(end_date * 1000).toISOString().slice(0, 10))).toEqual([
    "2027-02-28",
    "2027-03-31",
    "2027-04-30",
  ]);
  await advance("2027-02-28T12:00:00Z");
  await advance("2027-03-31T12:00:00Z");
  expect(await itemsOf(String(subscription))).toEqual([[price, 3]]);
  expect((await billed(customer)).map(([total]) => total)).toEqual([500, 1000, 1500]);
});

test("a change of the current phase is made at once, and prorated as asked", async () => {
  const price = await newPrice(1000);
  const { customer, subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [
    { price, quantity: 1 },
  ]);
  const current = currentPhase(schedule);
  const grow = (quantity: number, proration_behavior: "none" | "create_prorations") =>
    stripe.subscriptionSchedules.update(schedule.id, {
      phases: [{ ...current, items: [{ price, quantity }] }],
      proration_behavior,
    });
  await grow(2, "none");
  expect(await itemsOf(subscription.id)).toEqual([[price, 2]]);
  expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toEqual([]);
  await grow(3, "create_prorations");
  expect((await stripe.invoiceItems.list({ customer, pending: true })).data).toHaveLength(2);
});

test("what a phase says about itself comes to the subscription when it begins", async () => {
  const price = await newPrice(1000);
  const { advance, subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [
    { price, quantity: 1 },
  ]);
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [
      currentPhase(schedule),
      { items: [{ price, quantity: 1 }], metadata: { plan: "second" }, description: "Second" },
    ],
  });
  await advance("2027-02-10T00:00:00Z");
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    metadata: { plan: "second" },
    description: "Second",
  });
});
