import { expect, test } from "vitest";
import { SlidingWindow } from "./sliding-window.ts";

test("so many requests pass and the next one is told how long to wait", () => {
  const window = new SlidingWindow({ requests: 3, seconds: 10 });
  expect([0, 1_000, 2_000].map((now) => window.take(now))).toEqual([0, 0, 0]);
  expect(window.take(2_500)).toBe(7_500);
  expect(window.take(9_999)).toBe(1);
});

test("a place is free again exactly when its request leaves the window", () => {
  const window = new SlidingWindow({ requests: 1, seconds: 10 });
  window.take(0);
  expect(window.take(9_999)).toBe(1);
  expect(window.take(10_000)).toBe(0);
});

test("a refused request takes no place", () => {
  const window = new SlidingWindow({ requests: 1, seconds: 10 });
  window.take(0);
  for (let now = 1; now < 10_000; now += 500) window.take(now);
  expect(window.take(10_000)).toBe(0);
});

test("no ten seconds ever hold more than the limit, however requests come", () => {
  const window = new SlidingWindow({ requests: 14, seconds: 10 });
  const taken: number[] = [];
  let now = 0;
  for (let index = 0; index < 20_000; index += 1) {
    now += (index * 7_919) % 977;
    if (window.take(now) === 0) taken.push(now);
  }
  const fullest = taken.map(
    (at, index) => taken.slice(index, index + 15).filter((one) => one < at + 10_000).length,
  );
  expect(Math.max(...fullest)).toBe(14);
});
