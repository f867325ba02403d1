import { expect, test } from "vitest";
import { fakeUpstream, one, runTool } from "../fake-upstream.ts";
import { listCoupons } from "./list-coupons.ts";

const coupon = (id: number, fields: object = {}) => ({
  id,
  name: `C${id}`,
  type: "percentage",
  amount: 10,
  isActive: 1,
  isExpired: 0,
  numberOfUsesInitial: -1,
  numberOfUsesUsed: 3,
  ...fields,
});

test("shows those that work today, and the others only when asked for", async () => {
  const upstream = fakeUpstream({
    "/coupons": one([
      coupon(1),
      coupon(2, { isActive: 0 }),
      coupon(3, { numberOfUsesInitial: 3 }),
      coupon(4, { validityDateEnd: "2026-11-21" }),
      coupon(5, { numberOfUsesInitial: 5 }),
    ]),
  });
  const usable = await runTool(listCoupons, upstream, {});
  expect(usable.coupons.map(({ id, uses_left }) => [id, uses_left])).toEqual([
    [1, undefined],
    [5, 2],
  ]);
  const all = await runTool(listCoupons, upstream, { include_unusable: true });
  expect(all.coupons.filter((row) => !row.usable).map(({ id }) => id)).toEqual([2, 3, 4]);
});
