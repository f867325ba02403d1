import { expect, test } from "vitest";
import { AdaptiveWindow } from "./adaptive-window.ts";

const SPAN = 10_500;

function createWindow(requests = 8) {
  const window = new AdaptiveWindow({ requests, seconds: 10 });
  const takeAll = (now: number) => {
    let taken = 0;
    for (; window.waitFor(now) === 0; taken += 1) window.take(now);
    return taken;
  };
  return { window, takeAll };
}

test("so many pass and the next waits until the first has left, and a little longer", () => {
  const { window, takeAll } = createWindow();
  expect(takeAll(0)).toBe(8);
  expect(window.waitFor(4_000)).toBe(SPAN - 4_000);
  expect(window.waitFor(SPAN)).toBe(0);
});

test("those ahead take their places first, over several windows if they are many", () => {
  const { window } = createWindow(2);
  window.take(0);
  window.take(1_000);
  expect([0, 1, 2, 3, 4].map((ahead) => window.waitFor(1_000, { ahead }))).toEqual([
    SPAN - 1_000,
    SPAN,
    2 * SPAN - 1_000,
    2 * SPAN,
    3 * SPAN - 1_000,
  ]);
});

test("what is spared is not given, and one place always is", () => {
  const { window } = createWindow(3);
  window.take(0);
  window.take(0);
  expect(window.waitFor(0)).toBe(0);
  expect(window.waitFor(0, { spareShare: 1 / 3 })).toBe(SPAN);
  expect(createWindow(1).window.waitFor(0, { spareShare: 1 / 3 })).toBe(0);
});

test("a refusal halves the limit, those of one burst count once, and it grows back within two minutes", () => {
  const { window, takeAll } = createWindow();
  for (let count = 0; count < 5; count += 1) window.slowDown(0, 0);
  expect(takeAll(0)).toBe(4);
  expect(takeAll(60_000)).toBe(6);
  expect(takeAll(120_000)).toBe(8);
});

test("refusals that go on halve it again and again, and leave it one request", () => {
  const { window, takeAll } = createWindow();
  for (let now = 0; now < 100_000; now += 11_000) window.slowDown(now, 0);
  expect(takeAll(100_000)).toBe(1);
});

test("the upstream's own wait is kept to, unless it is absurd", () => {
  const { window } = createWindow();
  window.slowDown(0, 7_000);
  window.slowDown(0, 3_000);
  expect(window.waitFor(1_000)).toBe(6_000);
  window.slowDown(0, 1e12);
  expect(window.waitFor(0)).toBe(300_000);
});
