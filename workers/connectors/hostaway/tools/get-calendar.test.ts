import { expect, test } from "vitest";
import { fakeUpstream, listing, one, pagedList, runTool } from "../fake-upstream.ts";
import { getCalendar } from "./get-calendar.ts";

const day = (date: string, fields: object = {}) => ({
  date,
  isAvailable: 1,
  status: "available",
  price: 100,
  minimumStay: 2,
  closedOnArrival: 0,
  ...fields,
});

const account = fakeUpstream({
  "/listings/1": one(listing(1)),
  "/listings/1/calendar": pagedList([
    day("2026-12-02"),
    day("2026-12-01"),
    day("2026-12-03", { price: "120.50" }),
    day("2026-12-04", { isAvailable: 0, status: "reserved" }),
    day("2026-12-05", { isAvailable: 0, status: "reserved", price: null }),
    day("2026-12-06", { closedOnArrival: 1 }),
    day("2026-12-07"),
  ]),
});

test("tells nights that are alike as one range, in order, within the dates", async () => {
  const answer = await runTool(getCalendar, account, {
    property_id: 1,
    start_date: "2026-12-01",
    end_date: "2026-12-06",
  });
  expect(answer).toMatchObject({ currency: "USD", nights: 6, nights_available: 4 });
  const free = { available: true, status: "available", min_stay: 2 };
  const taken = { available: false, status: "reserved", min_stay: 2 };
  expect(answer.ranges).toEqual([
    { from: "2026-12-01", to: "2026-12-02", nights: 2, ...free, price: 100 },
    { from: "2026-12-03", to: "2026-12-03", nights: 1, ...free, price: 120.5 },
    { from: "2026-12-04", to: "2026-12-04", nights: 1, ...taken, price: 100 },
    { from: "2026-12-05", to: "2026-12-05", nights: 1, ...taken },
    { from: "2026-12-06", to: "2026-12-06", nights: 1, ...free, price: 100, closed_to_arrival: true },
  ]);
});

test("takes 92 nights and no more", async () => {
  const run = (end_date: string) =>
    runTool(getCalendar, account, { property_id: 1, start_date: "2026-12-01", end_date });
  await expect(run("2027-03-02")).resolves.toBeDefined();
  await expect(run("2027-03-03")).rejects.toThrow(/start_date.*end_date.*92 days/);
  await expect(run("2026-11-30")).rejects.toMatchObject({ code: "invalid_request" });
});
