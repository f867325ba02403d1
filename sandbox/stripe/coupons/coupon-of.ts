import type { Database } from "../core/database.ts";
import type { Coupon } from "../core/objects.ts";

/** What a discount takes off, whether or not others can still redeem its coupon. */
export function couponOf({ coupons, deletedCoupons, discounts }: Database, discount: string): Coupon {
  const id = discounts.get(discount).source.coupon ?? "";
  return coupons.find(id) ?? deletedCoupons.get(id);
}
