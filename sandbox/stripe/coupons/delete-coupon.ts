import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

/** Whoever has redeemed it keeps the discount. */
export const deleteCoupon = endpoint("DELETE", "/v1/coupons/:coupon", z.strictObject({}), (ctx, _, ids) => {
  const coupon = ctx.db.coupons.get(ids.coupon);
  ctx.db.coupons.remove(coupon.id);
  ctx.db.deletedCoupons.put(coupon);
  ctx.emit("coupon.deleted", coupon);
  return { id: coupon.id, object: "coupon", deleted: true };
});
