import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";

export const retrieveCoupon = endpoint("GET", "/v1/coupons/:coupon", z.strictObject({}), ({ db }, _, ids) =>
  db.coupons.get(ids.coupon),
);
