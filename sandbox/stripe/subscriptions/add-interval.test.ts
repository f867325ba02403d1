import { expect, test } from "vitest";
import { addInterval } from "./add-interval.ts";
import { at } from "./testing.ts";

const month = { interval: "month", interval_count: 1 };
const year = { interval: "year", interval_count: 1 };

test("months keep the anchor's day, or take the month's last", () => {
  const boundaries = [1, 2, 3, 13].map((times) => addInterval(at("2027-01-31T08:09:10Z"), month, times));
  expect(boundaries).toEqual([
    at("2027-02-28T08:09:10Z"),
    at("2027-03-31T08:09:10Z"),
    at("2027-04-30T08:09:10Z"),
    at("2028-02-29T08:09:10Z"),
  ]);
});

test("what began on 29 February is renewed on 28 February until the next leap year", () => {
  const boundaries = [1, 3, 4].map((times) => addInterval(at("2028-02-29T00:00:00Z"), year, times));
  expect(boundaries).toEqual([
    at("2029-02-28T00:00:00Z"),
    at("2031-02-28T00:00:00Z"),
    at("2032-02-29T00:00:00Z"),
  ]);
});

test("an anchor in the future is counted backwards", () => {
  expect(addInterval(at("2027-03-31T00:00:00Z"), month, -1)).toBe(at("2027-02-28T00:00:00Z"));
  expect(addInterval(at("2027-01-15T00:00:00Z"), month, -1)).toBe(at("2026-12-15T00:00:00Z"));
});

test("days and weeks are of fixed length, and an interval may count several", () => {
  const start = at("2026-11-01T12:00:00Z");
  expect(addInterval(start, { interval: "day", interval_count: 10 })).toBe(at("2026-11-11T12:00:00Z"));
  expect(addInterval(start, { interval: "week", interval_count: 2 })).toBe(at("2026-11-15T12:00:00Z"));
  expect(addInterval(start, { interval: "month", interval_count: 3 })).toBe(at("2027-02-01T12:00:00Z"));
});
