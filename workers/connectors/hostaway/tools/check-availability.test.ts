import { expect, test } from "vitest";
import { addDays } from "../dates.ts";
import { fakeUpstream, listing, one, runTool } from "../fake-upstream.ts";
import { checkAvailability } from "./check-availability.ts";

type Days = Record<string, object>;

function house(changes: Days = {}, fields: object = {}) {
  return fakeUpstream({
    "/listings/7": one(listing(7, fields)),
    "/listings/7/calendar": (query: { startDate: string; endDate: string }) => {
      const days: object[] = [];
      for (let date = query.startDate; date <= query.endDate; date = addDays(date, 1)) {
        days.push({
          date,
          isAvailable: 1,
          status: "available",
          price: "100.10",
          minimumStay: 2,
          ...changes[date],
        });
      }
      return { status: "success", result: days };
    },
  });
}

const stay = { property_id: 7, start_date: "2026-12-10", end_date: "2026-12-13" };

test("a free stay lists its nights, without the day of departure, and adds up their prices", async () => {
  const taken = { "2026-12-13": { isAvailable: 0, status: "reserved" } };
  const answer = await runTool(checkAvailability, house(taken), { ...stay, guests: 6 });
  expect(answer).toMatchObject({
    available: true,
    reasons: [],
    nights: 3,
    total_price: 300.3,
    currency: "USD",
  });
  expect(answer.nightly.map(({ date }) => date)).toEqual(["2026-12-10", "2026-12-11", "2026-12-12"]);
  expect(answer.nightly[0]).toEqual({
    date: "2026-12-10",
    available: true,
    status: "available",
    price: 100.1,
    min_stay: 2,
  });
});

test.each<[string, Days, object, RegExp]>([
  ["a night is taken", { "2026-12-11": { isAvailable: 0, status: "reserved" } }, {}, /1 night not available/],
  ["the stay is too short", { "2026-12-10": { minimumStay: 5 } }, {}, /minimum stay on arrival is 5/],
  ["the stay is too long", { "2026-12-10": { maximumStay: 2 } }, {}, /maximum stay on arrival is 2/],
  ["nobody may arrive", { "2026-12-10": { closedOnArrival: 1 } }, {}, /Nobody may arrive on 2026-12-10/],
  ["nobody may depart", { "2026-12-13": { closedOnDeparture: 1 } }, {}, /Nobody may depart on 2026-12-13/],
  ["there are too many guests", {}, { personCapacity: 3 }, /sleeps 3, not 4/],
  ["the property is archived", {}, { specialStatus: "archived" }, /archived/],
])("says why when %s", async (_, days, fields, reason) => {
  const answer = await runTool(checkAvailability, house(days, fields), { ...stay, guests: 4 });
  expect(answer.available).toBe(false);
  expect(answer.reasons).toEqual([expect.stringMatching(reason)]);
});

test("rules of the nights in between do not matter", async () => {
  const days = { "2026-12-11": { minimumStay: 30, closedOnArrival: 1, closedOnDeparture: 1 } };
  expect((await runTool(checkAvailability, house(days), stay)).available).toBe(true);
});

test("a night without a price leaves the sum out rather than counting it as nothing", async () => {
  const answer = await runTool(checkAvailability, house({ "2026-12-11": { price: null } }), stay);
  expect(answer).toMatchObject({ available: true });
  expect(answer).not.toHaveProperty("total_price");
});

test("nights that the calendar does not know are not promised", async () => {
  const upstream = fakeUpstream({
    "/listings/7": one(listing(7)),
    "/listings/7/calendar": {
      status: "success",
      result: [{ date: "2026-12-10", isAvailable: "1", price: 90 }],
    },
  });
  const answer = await runTool(checkAvailability, upstream, stay);
  expect(answer.reasons).toEqual(["The calendar says nothing about 2 nights."]);
});

test("a long stay is checked whole and listed in part", async () => {
  const answer = await runTool(checkAvailability, house(), {
    ...stay,
    end_date: addDays(stay.start_date, 365),
  });
  expect(answer).toMatchObject({
    nights: 365,
    total_price: 36_536.5,
    note: expect.stringContaining("92 of 365"),
  });
  expect(answer.nightly).toHaveLength(92);
});

test.each([
  ["reversed", "2026-12-13", "2026-12-10"],
  ["without a night", "2026-12-10", "2026-12-10"],
  ["longer than a year", "2026-12-10", "2027-12-11"],
  ["in the past", "2026-11-20", "2026-11-25"],
])("refuses a stay that is %s and names both dates", async (_, start_date, end_date) => {
  const run = runTool(checkAvailability, house(), { property_id: 7, start_date, end_date });
  await expect(run).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(/start_date.*end_date/),
  });
});

test("takes yesterday, for it is still yesterday somewhere", async () => {
  const answer = runTool(checkAvailability, house(), {
    ...stay,
    start_date: "2026-11-21",
    end_date: "2026-11-24",
  });
  await expect(answer).resolves.toMatchObject({ nights: 3 });
});

test.each(["2026-02-30", "2026-13-01", "10.12.2026", "2026-12-1"])(
  "does not take %s for a date",
  async (start_date) => {
    await expect(runTool(checkAvailability, house(), { ...stay, start_date })).rejects.toThrow(
      /calendar date/,
    );
  },
);

test("an unknown property is not found, and the answer names the tool that lists them", async () => {
  await expect(
    runTool(checkAvailability, fakeUpstream({}), { ...stay, property_id: 999 }),
  ).rejects.toMatchObject({
    code: "not_found",
    message: "No property 999. Call get_properties to list them.",
  });
});
