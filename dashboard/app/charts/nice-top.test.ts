import { expect, test } from "vitest";
import { toNiceTop } from "./nice-top.ts";

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [10, 10],
  [11, 20],
  [480, 600],
  [801, 1_000],
])("a chart of at most %d reaches to %d", (value, top) => {
  expect(toNiceTop(value)).toBe(top);
});
