import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Metadata, mergeMetadata, Text, unsettable } from "../wire/parameters.ts";

const Params = z.strictObject({ metadata: Metadata.optional(), name: unsettable(Text.max(40)).optional() });

export const updateCoupon = endpoint("POST", "/v1/coupons/:coupon", Params, (ctx, params, ids) => {
  const before = ctx.db.coupons.get(ids.coupon);
  const coupon = ctx.db.coupons.change(before.id, {
    metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
    name: params.name === undefined ? before.name : params.name,
  });
  ctx.emit("coupon.updated", coupon, { before });
  return coupon;
});
