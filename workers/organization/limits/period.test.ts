import { expect, test } from "vitest";
import { getPeriod } from "./period.ts";

const periodAt = (now: string, anchor?: string) => {
  const periodAnchor = anchor === undefined ? null : Date.parse(anchor);
  const { start, end } = getPeriod({ periodAnchor }, Date.parse(now));
  return [start, end].map((at) => new Date(at).toISOString().slice(0, 10));
};

test("without an anchor the calendar's months count", () => {
  expect(periodAt("2027-03-01T00:00:00Z")).toEqual(["2027-03-01", "2027-04-01"]);
  expect(periodAt("2027-12-31T23:59:59Z")).toEqual(["2027-12-01", "2028-01-01"]);
});

test("with one, months begin on its day, whichever year it was in", () => {
  expect(periodAt("2027-03-10T11:00:00Z", "2026-11-10T12:00:00Z")).toEqual(["2027-03-10", "2027-04-10"]);
  expect(periodAt("2027-03-09T23:59:59Z", "2026-11-10T12:00:00Z")).toEqual(["2027-02-10", "2027-03-10"]);
  expect(periodAt("2028-01-05T00:00:00Z", "2026-11-10T12:00:00Z")).toEqual(["2027-12-10", "2028-01-10"]);
});

test("a day that a month does not have is its last, and the next month has it again", () => {
  expect(periodAt("2027-02-28T00:00:00Z", "2027-01-31T08:00:00Z")).toEqual(["2027-02-28", "2027-03-31"]);
  expect(periodAt("2027-02-27T23:00:00Z", "2027-01-31T08:00:00Z")).toEqual(["2027-01-31", "2027-02-28"]);
  expect(periodAt("2028-02-29T01:00:00Z", "2027-01-30T08:00:00Z")).toEqual(["2028-02-29", "2028-03-30"]);
});
