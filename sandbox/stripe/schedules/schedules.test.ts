import { expect, test } from "vitest";
import { at, currentPhase, itemsOf, newCustomer, newPrice, newScheduled, stripe, told } from "./testing.ts";

test("a schedule over a subscription has one phase: what it is until its period ends", async () => {
  const price = await newPrice(500);
  const { customer, subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [
    { price, quantity: 15 },
  ]);
  const [start_date, end_date] = [at("2027-01-10T00:00:00Z"), at("2027-02-10T00:00:00Z")];
  expect(schedule).toMatchObject({
    customer,
    status: "active",
    subscription: subscription.id,
    end_behavior: "release",
    current_phase: { start_date, end_date },
    phases: [{ start_date, end_date, items: [{ price, quantity: 15 }] }],
  });
  expect((await stripe.subscriptions.retrieve(subscription.id)).schedule).toBe(schedule.id);
});

test("a subscription is taken over alone, and only once", async () => {
  const { subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [
    { price: await newPrice(500) },
  ]);
  const from_subscription = subscription.id;
  await expect(stripe.subscriptionSchedules.create({ from_subscription })).rejects.toThrow(schedule.id);
  const more = stripe.subscriptionSchedules.create({ from_subscription, end_behavior: "cancel" });
  await expect(more).rejects.toThrow("You cannot set `end_behavior` if `from_subscription` is set.");
});

test("while it is attached, the subscription cannot be canceled; once released, it can", async () => {
  const { subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [
    { price: await newPrice(500) },
  ]);
  const cancel = () => stripe.subscriptions.update(subscription.id, { cancel_at_period_end: true });
  await expect(cancel()).rejects.toThrow(
    `The subscription is managed by the subscription schedule \`${schedule.id}\`, and updating any cancelation behavior directly is not allowed. Please update the schedule instead.`,
  );
  expect(await stripe.subscriptionSchedules.release(schedule.id)).toMatchObject({
    status: "released",
    released_subscription: subscription.id,
    subscription: null,
  });
  expect(await cancel()).toMatchObject({ cancel_at_period_end: true, schedule: null });
  expect(await told(schedule.id)).toEqual(["created", "released"]);
});

test("a released schedule does nothing more", async () => {
  const [price, other] = [await newPrice(500), await newPrice(900)];
  const { advance, subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [{ price }]);
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [currentPhase(schedule), { items: [{ price: other }] }],
  });
  await stripe.subscriptionSchedules.release(schedule.id);
  await advance("2027-02-11T00:00:00Z");
  expect(await itemsOf(subscription.id)).toEqual([[price, 1]]);
  const again = stripe.subscriptionSchedules.release(schedule.id);
  await expect(again).rejects.toThrow("currently in the `released` status");
  const update = stripe.subscriptionSchedules.update(schedule.id, { end_behavior: "cancel" });
  await expect(update).rejects.toThrow("You cannot update a subscription schedule");
});

test("canceling a schedule cancels its subscription", async () => {
  const { subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [
    { price: await newPrice(500) },
  ]);
  const canceled = await stripe.subscriptionSchedules.cancel(schedule.id, {
    invoice_now: false,
    prorate: false,
  });
  expect(canceled).toMatchObject({ status: "canceled", canceled_at: at("2027-01-10T00:00:00Z") });
  expect((await stripe.subscriptions.retrieve(subscription.id)).status).toBe("canceled");
  expect(await told(schedule.id)).toEqual(["created", "canceled"]);
});

test("a schedule that ends with its subscription says so, and does", async () => {
  const price = await newPrice(500);
  const { advance, subscription, schedule } = await newScheduled("2027-01-10T00:00:00Z", [{ price }]);
  await stripe.subscriptionSchedules.update(schedule.id, { end_behavior: "cancel" });
  const end = at("2027-02-10T00:00:00Z");
  expect((await stripe.subscriptions.retrieve(subscription.id)).cancel_at).toBe(end);
  await advance("2027-02-10T02:00:00Z");
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({
    status: "canceled",
    ended_at: end,
  });
  expect(await stripe.subscriptionSchedules.retrieve(schedule.id)).toMatchObject({
    status: "completed",
    completed_at: end,
  });
  expect(await told(schedule.id)).toEqual(["created", "updated", "expiring", "completed"]);
});

test("a schedule for later makes its subscription then, with an invoice that waits", async () => {
  const price = await newPrice(500);
  const { customer, advance } = await newCustomer("2027-01-10T00:00:00Z");
  const schedule = await stripe.subscriptionSchedules.create({
    customer,
    start_date: at("2027-01-20T00:00:00Z"),
    phases: [{ items: [{ price, quantity: 4 }] }],
  });
  expect(schedule).toMatchObject({ status: "not_started", subscription: null, current_phase: null });
  const { data } = await stripe.subscriptionSchedules.list({ customer, scheduled: true });
  expect(data.map(({ id }) => id)).toEqual([schedule.id]);
  await advance("2027-01-20T00:30:00Z");
  const started = await stripe.subscriptionSchedules.retrieve(schedule.id, { expand: ["subscription"] });
  expect(started.status).toBe("active");
  expect(started.subscription).toMatchObject({
    status: "active",
    start_date: at("2027-01-20T00:00:00Z"),
    schedule: schedule.id,
  });
  const [invoice] = (await stripe.invoices.list({ customer })).data;
  expect(invoice).toMatchObject({ status: "draft", total: 2000 });
  await advance("2027-01-20T02:00:00Z");
  expect((await stripe.invoices.list({ customer })).data[0]?.status).toBe("paid");
});

test("a schedule that has not begun can be called off", async () => {
  const { customer, advance } = await newCustomer("2027-01-10T00:00:00Z");
  const phases = [{ items: [{ price: await newPrice(500) }] }];
  const start_date = at("2027-01-20T00:00:00Z");
  const { id } = await stripe.subscriptionSchedules.create({ customer, start_date, phases });
  await stripe.subscriptionSchedules.cancel(id);
  await advance("2027-01-21T00:00:00Z");
  expect((await stripe.subscriptions.list({ customer, status: "all" })).data).toEqual([]);
});

test("an update must name the current phase as it began", async () => {
  const price = await newPrice(500);
  const { schedule } = await newScheduled("2027-01-10T00:00:00Z", [{ price }]);
  const update = (start_date?: number) =>
    stripe.subscriptionSchedules.update(schedule.id, {
      phases: [{ start_date, items: [{ price }] }],
    });
  await expect(update()).rejects.toThrow("missing at least one phase with a `start_date`");
  await expect(update(at("2027-02-10T00:00:00Z"))).rejects.toThrow("start date of the current phase");
});

test("phases that are over may be left out", async () => {
  const price = await newPrice(500);
  const { advance, schedule } = await newScheduled("2027-01-10T00:00:00Z", [{ price }]);
  const second = { items: [{ price, quantity: 2 }] };
  await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [currentPhase(schedule), second, second],
  });
  await advance("2027-02-10T02:00:00Z");
  const start_date = at("2027-02-10T00:00:00Z");
  const { phases } = await stripe.subscriptionSchedules.update(schedule.id, {
    phases: [{ ...second, start_date, end_date: at("2027-03-10T00:00:00Z") }],
  });
  expect(phases.map((phase) => phase.start_date)).toEqual([at("2027-01-10T00:00:00Z"), start_date]);
});

test("iterations are counted for older versions alone", async () => {
  const { customer } = await newCustomer("2027-01-10T00:00:00Z");
  const price = await newPrice(500);
  const params = { customer, start_date: "now", phases: [{ items: [{ price }], iterations: 2 }] };
  const create = (options?: object) =>
    stripe.rawRequest("POST", "/v1/subscription_schedules", params, { ...options });
  await expect(create()).rejects.toMatchObject({
    code: "parameter_unknown",
    param: "phases[0][iterations]",
  });
  const made = await create({ apiVersion: "2025-03-31.basil" });
  expect(made).toMatchObject({ phases: [{ end_date: at("2027-03-10T00:00:00Z") }] });
});

test("deleting the customer ends what was scheduled", async () => {
  const { customer, schedule } = await newScheduled("2027-01-10T00:00:00Z", [{ price: await newPrice(500) }]);
  await stripe.customers.del(customer);
  expect((await stripe.subscriptionSchedules.retrieve(schedule.id)).status).toBe("canceled");
});
