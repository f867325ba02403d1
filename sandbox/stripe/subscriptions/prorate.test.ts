import { expect, test } from "vitest";
import { prorate } from "./prorate.ts";

const day = 86_400;
const lines = (from: number, to: number, time: { left: number; interval: number }) => [
  prorate({ amount: -from, ...time }),
  prorate({ amount: to, ...time }),
];

test.each([
  ["2 to 3 at $10.00, 21 of 31 days", 2000, 3000, 21 * day, 31 * day, [-1355, 2032]],
  ["1 at $10.00, 881,112 s of 28 days", 1000, 0, 881_112, 28 * day, [-364, 0]],
  ["1 at $10.00, 2,673,936 s of 31 days", 1000, 0, 2_673_936, 31 * day, [-998, 0]],
  ["a stub of $500 a month", 50_000, 0, 24_120, 31 * day, [-450, 0]],
  ["a stub of $300 a month", 30_000, 0, 24_120, 31 * day, [-270, 0]],
  ["2 to 3 seats at $20, at the period's start", 4000, 6000, 31 * day, 31 * day, [-4000, 6000]],
])("what Stripe was seen to charge: %s", (_, from, to, left, interval, expected) => {
  expect(lines(from, to, { left, interval })).toEqual(expected);
});

test.each([
  ["15 to 18, exactly mid-November", 7500, 9000, 1_296_000, 2_592_000, [-3750, 4500]],
  ["15 to 18, 20 January of 10 January to 10 February", 7500, 9000, 1_814_400, 2_678_400, [-5081, 6097]],
  ["15 to 18, 9 November 02:00:17", 7500, 9000, 1_893_583, 2_592_000, [-5479, 6575]],
  ["18 to 12, 21 November 02:00", 9000, 6000, 856_800, 2_592_000, [-2975, 1983]],
  ["$29 to $99, 11 November", 2900, 9900, 1_728_000, 2_592_000, [-1933, 6600]],
])("the worked example: %s", (_, from, to, left, interval, expected) => {
  expect(lines(from, to, { left, interval })).toEqual(expected);
});

test("15 and 18 flipped daily at 02:00 for 29 days make 58 lines, 7.46 in all", () => {
  const all = Array.from({ length: 29 }, (_, flipped) => {
    const [from, to] = flipped % 2 === 0 ? [7500, 9000] : [9000, 7500];
    return lines(from, to, { left: (29 - flipped) * day - 7200, interval: 30 * day });
  }).flat();
  expect(all).toHaveLength(58);
  expect(all.reduce((sum, amount) => sum + amount, 0)).toBe(746);
});

test("a half is rounded away from zero, a credit as a debit", () => {
  expect(lines(1, 1, { left: 1, interval: 2 })).toEqual([-1, 1]);
  expect(lines(1, 1, { left: 1, interval: 3 })).toEqual([0, 0]);
});

test("amounts whose product exceeds what a number holds exactly stay exact", () => {
  const [credit, debit] = lines(999_999_999_999, 999_999_999_999, { left: 31_535_999, interval: 31_536_000 });
  expect([credit, debit]).toEqual([-999_999_968_289, 999_999_968_289]);
});
