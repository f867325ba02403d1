import { expect, test } from "vitest";
import { stripeClient } from "../testing.ts";
import { newMetered, start } from "./testing.ts";

const stripe = stripeClient();

test("usage counts some seconds after it was reported", async () => {
  const { report, usage, advance, event_name } = await newMetered();
  expect(await report("5")).toMatchObject({ object: "billing.meter_event", event_name, timestamp: start });
  expect(await usage()).toBe(0);
  await advance(60);
  expect(await usage()).toBe(5);
});

test("sums are exact with decimals, counts ignore the value, last is the latest by its own time", async () => {
  const sum = await newMetered("sum");
  for (const value of ["0.1", "0.2", "-0.05"]) await sum.report(value);
  const count = await newMetered("count");
  for (const value of ["7", "9"]) await count.report(value);
  const last = await newMetered("last");
  await last.report("40", { timestamp: start - 10 });
  await last.report("99", { timestamp: start - 500 });
  for (const metered of [sum, count, last]) await metered.advance(60);
  expect(await Promise.all([sum.usage(), count.usage(), last.usage()])).toEqual([0.25, 2, 40]);
});

test("summaries are by the hour or by the day, newest first", async () => {
  const { report, summaries, advance } = await newMetered();
  await report("1", { timestamp: start - 7200 });
  await report("2", { timestamp: start - 7199 });
  await report("4");
  await advance(60);
  const shown = async (value_grouping_window: "hour" | "day") =>
    (await summaries({ value_grouping_window })).map(({ start_time, aggregated_value }) => [
      start_time - start,
      aggregated_value,
    ]);
  expect(await shown("hour")).toEqual([
    [0, 4],
    [-7200, 3],
  ]);
  expect(await shown("day")).toEqual([
    [0, 4],
    [-86_400, 3],
  ]);
});

test("a period of summaries must be aligned and must not be empty", async () => {
  const { meter, customer } = await newMetered();
  const list = (start_time: number, end_time: number) =>
    stripe.billing.meters.listEventSummaries(meter.id, { customer, start_time, end_time });
  await expect(list(start + 1, start + 3600)).rejects.toMatchObject({ param: "start_time" });
  await expect(list(start, start)).rejects.toMatchObject({ param: "end_time" });
});

test("the same identifier counts once, and can be taken back", async () => {
  const { report, usage, advance, event_name } = await newMetered();
  await report("3", { identifier: "call-1" });
  await expect(report("3", { identifier: "call-1" })).rejects.toMatchObject({
    param: "identifier",
    message: "An event already exists with identifier call-1.",
  });
  await report("4", { identifier: "call-2" });
  const adjustment = { event_name, type: "cancel", cancel: { identifier: "call-1" } } as const;
  expect(await stripe.billing.meterEventAdjustments.create(adjustment)).toMatchObject({ status: "pending" });
  await advance(60);
  expect(await usage()).toBe(4);
  const unknown = { ...adjustment, cancel: { identifier: "call-9" } };
  await expect(stripe.billing.meterEventAdjustments.create(unknown)).rejects.toMatchObject({
    code: "resource_missing",
  });
});

test("an event too old, too far ahead, without a number or for no meter is refused", async () => {
  const { report, usage, advance } = await newMetered();
  const day = 86_400;
  await expect(report("1", { timestamp: start - 35 * day - 1 })).rejects.toMatchObject({
    message: expect.stringContaining("35 days"),
  });
  await expect(report("1", { timestamp: start + 301 })).rejects.toMatchObject({
    param: "timestamp",
  });
  await expect(report("many")).rejects.toMatchObject({ param: "payload[value]" });
  await expect(report("1234567890123456")).rejects.toMatchObject({
    message: "The value in the event payload can have at most 15 digits. Received 1234567890123456.",
  });
  await expect(
    stripe.billing.meterEvents.create({ event_name: "nobody_measures_this", payload: { value: "1" } }),
  ).rejects.toMatchObject({ statusCode: 400, param: "event_name" });
  await advance(60);
  expect(await usage()).toBe(0);
});

test("an event for an unknown customer is taken in and counts for nobody", async () => {
  const { event_name, usage, advance } = await newMetered();
  const payload = { stripe_customer_id: "cus_nobody", value: "5" };
  await stripe.billing.meterEvents.create({ event_name, payload });
  await advance(60);
  expect(await usage()).toBe(0);
});
