import { expect, test } from "vitest";
import { blocked, booked, fakeHouses } from "../fake-houses.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { updateCalendar } from "./update-calendar.ts";

const week = { start_date: "2026-12-07", end_date: "2026-12-13" };
const plan = (upstream: ReturnType<typeof fakeHouses>, ...ranges: object[]) =>
  planWrite(updateCalendar, upstream, {
    property_id: 7,
    ranges: ranges.map((range) => ({ ...week, ...range })),
  });

test("equal nights are told as one range, others are kept apart, and only what differs is sent", async () => {
  const upstream = fakeHouses({
    id: 7,
    days: { "2026-12-09": { price: 140 }, "2026-12-13": { price: 150 } },
  });
  const step = getStep(await plan(upstream, { price: 150, min_stay: 2 }));
  expect(step).toMatchObject({
    item: "7",
    before: {
      "2026-12-07..2026-12-08": { price: 100, min_stay: 2 },
      "2026-12-09": { price: 140, min_stay: 2 },
      "2026-12-10..2026-12-12": { price: 100, min_stay: 2 },
    },
    after: { "2026-12-07..2026-12-12": { price: 150, min_stay: 2 } },
  });
  expect(upstream.writes()).toEqual([]);
  expect(await applyWrite(updateCalendar, upstream, step.change)).toEqual({
    property_id: 7,
    nights_changed: 6,
  });
  expect(upstream.writes()).toEqual([
    {
      call: "PUT /listings/7/calendarIntervals",
      body: [{ startDate: "2026-12-07", endDate: "2026-12-12", price: 150, minimumStay: 2 }],
    },
  ]);
});

test("every field goes to Hostaway under its name there", async () => {
  const upstream = fakeHouses({ id: 7 });
  const night = { start_date: "2026-12-07", end_date: "2026-12-07" };
  const values = { max_stay: 9, closed_on_arrival: true, closed_on_departure: true, availability: "blocked" };
  const step = getStep(await plan(upstream, { ...night, ...values, note: "Painter" }));
  await applyWrite(updateCalendar, upstream, step.change);
  expect(upstream.readDay(7, "2026-12-07")).toMatchObject({
    isAvailable: 0,
    maximumStay: 9,
    closedOnArrival: 1,
    closedOnDeparture: 1,
    note: "Painter",
  });
});

test("an undo gives each night what it had, and reading it back shows who changed it since", async () => {
  const upstream = fakeHouses({ id: 7, days: { "2026-12-09": { price: 140, note: "Fair" } } });
  const step = getStep(await plan(upstream, { price: 150, note: "" }));
  const result = await applyWrite(updateCalendar, upstream, step.change);
  const { now, reverse } = await lookBack(updateCalendar, upstream, step, result);
  expect(now).toEqual(step.after);
  if (reverse === null) throw new Error("Expected a way back.");
  await applyWrite(updateCalendar, upstream, reverse);
  expect(upstream.readDay(7, "2026-12-09")).toMatchObject({ price: 140, note: "Fair" });
  expect(upstream.readDay(7, "2026-12-10")).toMatchObject({ price: 100 });
  expect((await lookBack(updateCalendar, upstream, step, result)).now).toEqual(step.before);
  upstream.change(7, "2026-12-10", { price: 99 });
  expect((await lookBack(updateCalendar, upstream, step, result)).now).not.toEqual(step.before);
});

test("a night whose price Hostaway does not tell cannot be given it back", async () => {
  const upstream = fakeHouses({ id: 7, days: { "2026-12-09": { price: null } } });
  const step = getStep(await plan(upstream, { price: 150 }));
  expect((await lookBack(updateCalendar, upstream, step, {})).reverse).toBeNull();
});

test("a percentage is worked out night by night, and rounded half up", async () => {
  const upstream = fakeHouses({ id: 7, days: { "2026-12-08": { price: 100.05 } } });
  const range = { start_date: "2026-12-07", end_date: "2026-12-08", price_change_percent: 10 };
  expect(getStep(await plan(upstream, range)).after).toEqual({
    "2026-12-07": { price: 110 },
    "2026-12-08": { price: 110.06 },
  });
  const whole = { property_id: 7, ranges: [{ ...range, price_change_percent: 10.5 }], round_to_whole: true };
  expect(getStep(await planWrite(updateCalendar, upstream, whole)).after).toEqual({
    "2026-12-07..2026-12-08": { price: 111 },
  });
});

test("money counts the free nights, and warnings tell of booked and past ones and of large changes", async () => {
  const upstream = fakeHouses({ id: 7, days: booked(501, "2026-11-23", "2026-11-25") });
  const range = { start_date: "2026-11-20", end_date: "2026-11-25", price: 140 };
  const { money, warnings } = await plan(upstream, range);
  expect(money).toEqual([
    { what: "Nightly prices of the free nights among these", currency: "USD", before: 400, after: 560 },
  ]);
  expect(warnings).toEqual([
    "The price of 6 nights changes by more than 30 %.",
    "Booked among those with a new price: 2 nights. Those bookings keep their price.",
    "In the past: 2 nights.",
  ]);
});

test("a minimum stay longer than a gap between two stays is warned of", async () => {
  const days = { ...booked(1, "2026-12-05", "2026-12-08"), ...booked(2, "2026-12-11", "2026-12-12") };
  const { warnings } = await plan(fakeHouses({ id: 7, days }), { min_stay: 4 });
  expect(warnings).toEqual([
    "The 3 free nights from 2026-12-08 to 2026-12-11 become too short a gap for the minimum stay of 4.",
  ]);
});

test("blocked nights are freed, booked ones are not", async () => {
  const days = { "2026-12-07": blocked, ...booked(501, "2026-12-08", "2026-12-10") };
  const { warnings, ...freed } = await plan(fakeHouses({ id: 7, days }), { availability: "available" });
  expect(getStep({ ...freed, warnings }).after).toEqual({ "2026-12-07": { availability: "available" } });
  expect(warnings).toContain("Not freed, because bookings hold them: 2 nights.");
});

test("what is that way already makes a plan without steps", async () => {
  const { steps, summary } = await plan(fakeHouses({ id: 7 }), { price: 100 });
  expect(steps).toEqual([]);
  expect(summary).toBe("Nothing changes in the calendar of property 7.");
});

test.each<[string, RegExp, ...object[]]>([
  [
    "ranges that overlap",
    /2026-12-07 to 2026-12-13 and 2026-12-13 to 2026-12-14 overlap/,
    { price: 1 },
    { start_date: "2026-12-13", end_date: "2026-12-14", price: 2 },
  ],
  ["a reversed range", /Swap them/, { end_date: "2026-12-01", price: 1 }],
  ["a range without a value", /changes nothing/, {}],
  ["a price and a percentage", /not both/, { price: 1, price_change_percent: 5 }],
  ["a minimum above the maximum stay", /`min_stay` \(5\) is more/, { min_stay: 5, max_stay: 4 }],
  ["a minimum above the maximum stay that is there", /would be 31 and the maximum 30/, { min_stay: 31 }],
  ["more than a year", /more than 366 nights/, { end_date: "2027-12-31", price: 1 }],
  [
    "a percentage that leaves no price",
    /would make the price of property 7 on 2026-12-07 0/,
    { price_change_percent: -99.999 },
  ],
])("refuses %s", async (_, message, ...ranges) => {
  await expect(plan(fakeHouses({ id: 7 }), ...ranges)).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
});

test("refuses an archived property and one that does not exist", async () => {
  const archived = fakeHouses({ id: 7, fields: { specialStatus: "archived" } });
  await expect(plan(archived, { price: 1 })).rejects.toMatchObject({
    message: expect.stringMatching(/archived/),
  });
  await expect(plan(fakeHouses(), { price: 1 })).rejects.toMatchObject({ code: "not_found" });
});

test.each([
  { price: 0 },
  { price: -5 },
  { price_change_percent: -100 },
  { price_change_percent: 0 },
  { min_stay: 0 },
  { start_date: "2026-02-30" },
])("does not take %o", async (values) => {
  await expect(plan(fakeHouses({ id: 7 }), { price: undefined, ...values })).rejects.toThrow();
});

test("more intervals than Hostaway takes at once are sent in several calls", async () => {
  const days: Record<string, object> = {};
  for (let day = 0; day < 201; day++) {
    days[new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10)] = { price: 100 + day };
  }
  const upstream = fakeHouses({ id: 7, days });
  const range = { start_date: "2026-12-01", end_date: "2027-06-19", price_change_percent: 10 };
  await applyWrite(updateCalendar, upstream, getStep(await plan(upstream, range)).change);
  expect(upstream.writes().map(({ body }) => body.length)).toEqual([200, 1]);
});
