import { expect, test } from "vitest";
import { toNiceTop } from "./bar-chart.tsx";

test.each([
  [1, 2],
  [3, 5],
  [10, 10],
  [11, 20],
  [480, 500],
  [501, 1_000],
])("a chart of at most %d reaches to %d", (value, top) => {
  expect(toNiceTop(value)).toBe(top);
});
