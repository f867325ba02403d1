import type Stripe from "stripe";
import { expect, test } from "vitest";
import { newPrice, stripe, told } from "./testing.ts";

/** The official command-line tool still says how long a phase is in iterations, which newer versions refuse. */
const older = { apiVersion: "2025-03-31.basil" };

const newYear = 1_577_836_800;
const february = 1_580_515_200;

async function createOlder(params: object): Promise<string> {
  const schedule = await stripe.rawRequest("POST", "/v1/subscription_schedules", params, older);
  return String(Reflect.get(schedule, "id"));
}

/** Nobody pays: a customer without a card. */
async function advanceOver(
  phase: Stripe.SubscriptionScheduleCreateParams.Phase | object,
  to: number,
  end_behavior: string,
) {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: newYear });
  const { id: customer } = await stripe.customers.create({ test_clock: clock.id });
  const phases = { "0": { items: [{ price: await newPrice(1500), quantity: 1 }], ...phase } };
  const id = await createOlder({ customer, start_date: newYear, end_behavior, phases });
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: to });
  return id;
}

test("a schedule of one month is completed when the month is", async () => {
  const id = await advanceOver({ iterations: 1 }, february, "release");
  expect((await stripe.subscriptionSchedules.retrieve(id)).status).toBe("completed");
});

test("a schedule tells seven days before its end that it ends", async () => {
  const id = await advanceOver({ end_date: 1_580_256_000 }, 1_579_478_400, "cancel");
  expect(await told(id)).toEqual(["created"]);
  const later = await advanceOver({ end_date: 1_580_256_000 }, 1_579_651_200, "cancel");
  expect(await told(later)).toEqual(["created", "expiring"]);
});

test("a schedule that starts now is canceled with an invoice of what is left, or released", async () => {
  const { id: customer } = await stripe.customers.create({ source: "tok_visa" });
  const price = await newPrice(1500);
  const phases = [1, 2].map((quantity) => ({ iterations: 1, items: [{ price, quantity }] }));
  const canceled = await createOlder({ customer, start_date: "now", phases });
  expect((await stripe.subscriptionSchedules.cancel(canceled)).status).toBe("canceled");
  const released = await createOlder({ customer, start_date: "now", phases });
  const { released_subscription } = await stripe.subscriptionSchedules.release(released);
  const subscription = await stripe.subscriptions.retrieve(String(released_subscription));
  expect(subscription).toMatchObject({ status: "active", schedule: null });
});
