import { expect, test } from "vitest";
import { intervalSeconds, periodAt } from "./billing-period.ts";
import { at } from "./testing.ts";

const day = 86_400;
const month = { interval: "month", interval_count: 1 };

test("a period holds its start and not its end, before the anchor and after", () => {
  const anchor = at("2027-01-31T00:00:00Z");
  const march = { start: at("2027-02-28T00:00:00Z"), end: at("2027-03-31T00:00:00Z") };
  expect(periodAt(anchor, month, at("2027-02-28T00:00:00Z"))).toEqual(march);
  expect(periodAt(anchor, month, at("2027-03-30T23:59:59Z"))).toEqual(march);
  expect(periodAt(anchor, month, at("2027-03-31T00:00:00Z")).start).toBe(march.end);
  expect(periodAt(anchor, month, at("2026-12-31T00:00:00Z")).end).toBe(anchor);
});

test("a full period divides by its own length, clamped or not", () => {
  const anchor = at("2027-01-31T00:00:00Z");
  const february = periodAt(anchor, month, anchor);
  expect(intervalSeconds(anchor, month, february)).toBe(28 * day);
});

test("a stub divides by a full interval from its start", () => {
  const anchor = at("2027-02-10T00:00:00Z");
  const stub = { start: at("2027-01-25T06:00:00Z"), end: anchor };
  expect(intervalSeconds(anchor, month, stub)).toBe(31 * day);
});
