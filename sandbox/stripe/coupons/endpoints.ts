import { createCoupon } from "./create-coupon.ts";
import { deleteCoupon } from "./delete-coupon.ts";
import { listCoupons } from "./list-coupons.ts";
import { retrieveCoupon } from "./retrieve-coupon.ts";
import { updateCoupon } from "./update-coupon.ts";

export const couponEndpoints = [createCoupon, retrieveCoupon, updateCoupon, deleteCoupon, listCoupons];
