import { expect, test } from "vitest";
import { addDays } from "./dates.ts";
import { findGappedProperties, findGaps, suggest, toAveragePrice } from "./gap-nights.ts";
import { CalendarDay } from "./schemas/calendar.ts";
import { ReservationRow } from "./schemas/reservation.ts";
import { updateCalendar } from "./tools/update-calendar.ts";

/** A calendar from 30 November on: `x` taken, `.` free. */
const calendar = (nights: string, fields: object = {}) =>
  [...nights].map((night, index) =>
    CalendarDay.parse({
      date: addDays("2026-11-30", index),
      isAvailable: night === "." ? 1 : 0,
      price: 100,
      minimumStay: 1,
      ...fields,
    }),
  );

const window = { start: "2026-12-01", end: "2026-12-20", maxNights: 3 };
const lengths = (nights: string) =>
  findGaps(calendar(nights), window).map(({ from, days }) => [from, days.length]);

test("a gap has a taken night on both sides and is short", () => {
  expect(lengths("x.x..x...x....x")).toEqual([
    ["2026-12-01", 1],
    ["2026-12-03", 2],
    ["2026-12-06", 3],
  ]);
});

test("what is open at an end of the calendar, or full, is no gap", () => {
  expect(lengths("..x..")).toEqual([]);
  expect(lengths("xxxxx")).toEqual([]);
  expect(lengths("")).toEqual([]);
});

const stay = (listingMapId: number, arrivalDate: string, departureDate: string) =>
  ReservationRow.parse({ id: 1, listingMapId, arrivalDate, departureDate });

test("properties with a hole between two bookings are worth a look", () => {
  const rows = [
    stay(1, "2026-12-01", "2026-12-04"),
    stay(1, "2026-12-06", "2026-12-08"),
    stay(2, "2026-12-01", "2026-12-04"),
    stay(2, "2026-12-04", "2026-12-08"),
    stay(3, "2026-12-01", "2026-12-04"),
    stay(3, "2026-12-04", "2026-12-04"),
    stay(3, "2026-12-09", "2026-12-10"),
    stay(4, "2026-12-01", "2026-12-04"),
  ];
  expect(findGappedProperties(rows, window)).toEqual([{ id: 1, first: "2026-12-04" }]);
});

const findGap = (nights: string, fields: object = {}) => {
  const [gap] = findGaps(calendar(nights, fields), window);
  if (!gap) throw new Error("There is a gap.");
  return gap;
};

test("a suggestion says what keeps a gap from selling, and why a lower price", () => {
  const gap = findGap("x..x", { minimumStay: 4, closedOnArrival: 1 });
  expect(suggest(gap, "2026-11-28", "USD")).toEqual({
    suggestion: {
      start_date: "2026-12-01",
      end_date: "2026-12-02",
      min_stay: 2,
      closed_on_arrival: false,
      price: 80,
    },
    why: expect.stringMatching(/minimum stay of 4.*closed for arrival.*3 days: 20% less/),
  });
  expect(suggest(gap, "2026-11-10", "USD").suggestion?.price).toBe(90);
  expect(suggest(findGap("x.x"), "2026-08-01", "USD")).toEqual({
    why: expect.stringContaining("time to sell it"),
  });
});

test("every suggestion is a range that update_calendar takes", () => {
  const fields = [{ minimumStay: 4 }, { closedOnArrival: 1 }, { price: 0 }, { price: 1 }, { price: 99.99 }];
  const gaps = [{}, ...fields, Object.assign({}, ...fields)].map((given) => findGap("x..x", given));
  for (const today of ["2026-08-01", "2026-11-10", "2026-11-30"]) {
    const suggestions = gaps.flatMap((gap) => suggest(gap, today, "JPY").suggestion ?? []);
    expect(suggestions.length).toBeGreaterThan(0);
    const input = { property_id: 1, ranges: suggestions };
    expect(updateCalendar.input.parse(input).ranges).toEqual(suggestions);
  }
});

test("prices are rounded to the currency's smallest unit", () => {
  const gap = findGap("x.x", { price: 101.55 });
  expect(suggest(gap, "2026-11-28", "USD").suggestion?.price).toBe(81.24);
  expect(suggest(gap, "2026-11-28", "JPY").suggestion?.price).toBe(82);
  expect(toAveragePrice(gap.days, "JPY")).toBe(102);
});
