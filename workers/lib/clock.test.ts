import { expect, test } from "vitest";
import { createClock } from "./clock.ts";

test("without a source the clock is the platform's", async () => {
  const clock = createClock();
  await clock.follow();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
  const before = Date.now();
  await clock.sleep(20);
  expect(Date.now() - before).toBeGreaterThanOrEqual(15);
});

test("with a source the clock shows its time and runs at its speed", async () => {
  const start = Date.UTC(2027, 0, 1);
  const clock = createClock({ read: async () => ({ now: start, speed: 100 }) });
  await clock.follow();
  expect(clock.now()).toBeGreaterThanOrEqual(start);
  const before = Date.now();
  await clock.sleep(1_000);
  expect(Date.now() - before).toBeLessThan(500);
  expect(clock.now() - start).toBeGreaterThanOrEqual(900);
});
