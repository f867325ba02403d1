import { expect, test } from "vitest";
import { newId } from "#ids.ts";
import { toDailyTime } from "./to-daily-time.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const NOON = Date.UTC(2027, 2, 10, 12);

test("the next time is within a day, and then the same time every day", () => {
  const id = newId("org");
  const next = toDailyTime(id, NOON);
  expect(next).toBeGreaterThan(NOON);
  expect(next).toBeLessThanOrEqual(NOON + DAY_MS);
  expect(toDailyTime(id, next - 1)).toBe(next);
  expect(toDailyTime(id, next)).toBe(next + DAY_MS);
});

test("a hundred organizations do not all come at once", () => {
  const times = Array.from({ length: 100 }, () => toDailyTime(newId("org"), NOON));
  expect(new Set(times).size).toBeGreaterThan(80);
});
