import { expect, test } from "vitest";
import { multiply, toAmounts } from "./decimal.ts";

test("a price in fractions of a cent is rounded once, for all units together", () => {
  expect(multiply("0.25", 3)).toBe(1);
  expect(multiply("0.25", 2)).toBe(1);
  expect(multiply("0.333333333333", 3)).toBe(1);
  expect(multiply("0.1", 4)).toBe(0);
  expect(multiply("99999999", 1_000_000)).toBe(99_999_999_000_000);
});

test("a decimal without a fraction is a whole amount too", () => {
  expect(toAmounts(undefined, "500.00")).toEqual({ whole: 500, decimal: "500" });
  expect(toAmounts(undefined, "100")).toEqual({ whole: 100, decimal: "100" });
  expect(toAmounts(undefined, "0.50")).toEqual({ whole: null, decimal: "0.5" });
});
