import { expect, test } from "vitest";
import { listTimes, toRange, toSearch } from "./range.ts";

const now = Date.UTC(2027, 2, 1, 23, 59);
const rangeOf = (search: string) => toRange(new URLSearchParams(search), now);

test.each(["", "days=30", "days=8", "days=<script>", "day="])("%s means the latest thirty days", (search) => {
  expect(rangeOf(search)).toEqual({ from: "2027-01-31", to: "2027-03-01", by: "day", span: 30 });
});

test("every day of the range is there, also over the end of a month", () => {
  const days = listTimes(rangeOf("days=7"));
  expect(days).toHaveLength(7);
  expect(days.slice(4)).toEqual(["2027-02-27", "2027-02-28", "2027-03-01"]);
});

test("one day is shown by its hours", () => {
  const range = rangeOf("day=2027-02-28&days=7");
  expect(range).toEqual({ from: "2027-02-28", to: "2027-02-28", by: "hour", span: null });
  const hours = listTimes(range);
  expect([hours.length, hours[0], hours[23]]).toEqual([24, "2027-02-28T00", "2027-02-28T23"]);
});

test.each(["?day=2027-02-28", "?days=7", "?days=90"])("%s leads back to itself", (search) => {
  expect(toSearch(rangeOf(search))).toBe(search);
});
