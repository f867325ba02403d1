import { expect, test } from "vitest";
import { toBucket, toBucketEnd, toPercentile } from "./duration-buckets.ts";

const toBuckets = (durations: readonly number[]) =>
  durations.map((duration) => ({ bucket: toBucket(duration), calls: 1 }));

test("a bucket holds every length up to its end, and none a quarter shorter", () => {
  for (const duration of [0, 1, 2, 7, 80, 999, 12_345, 600_000]) {
    const end = toBucketEnd(toBucket(duration));
    expect(end).toBeGreaterThanOrEqual(duration);
    expect(end).toBeLessThanOrEqual(duration * 1.25 + 1);
  }
});

test("percentiles are within a quarter of the true ones", () => {
  const durations = Array.from({ length: 1_000 }, (_, index) => index + 1);
  for (const share of [0.5, 0.95, 0.99]) {
    const found = toPercentile(toBuckets(durations), share) ?? 0;
    expect(found).toBeGreaterThanOrEqual(share * 1_000);
    expect(found).toBeLessThanOrEqual(share * 1_250 + 1);
  }
  expect(toPercentile([], 0.5)).toBeNull();
});

test("the rare slow call shows in the last percentile and not in the first", () => {
  const durations = [...Array.from({ length: 98 }, () => 10), 5_000, 5_000];
  expect(toPercentile(toBuckets(durations), 0.5)).toBeLessThan(15);
  expect(toPercentile(toBuckets(durations), 0.99)).toBeGreaterThan(4_900);
});
