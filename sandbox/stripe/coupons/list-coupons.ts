import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter } from "../wire/parameters.ts";

const Params = z.strictObject({ ...listFields, created: RangeFilter });

export const listCoupons = endpoint("GET", "/v1/coupons", Params, ({ db }, params) =>
  toList(
    "/v1/coupons",
    db.coupons.where((coupon) => isWithin(params.created, coupon.created)),
    params,
    db.coupons,
  ),
);
