import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest, missingParam } from "../core/errors.ts";
import { Currency, Integer, Metadata, mergeMetadata, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  amount_off: Integer.pipe(z.int().min(1)).optional(),
  currency: Currency.optional(),
  duration: z.enum(["forever", "once", "repeating"]).default("once"),
  duration_in_months: Integer.pipe(z.int().min(1)).optional(),
  id: Text.max(200).optional(),
  max_redemptions: Integer.pipe(z.int().min(1)).optional(),
  metadata: Metadata.optional(),
  name: Text.max(40).optional(),
  percent_off: z.coerce.number().gt(0).max(100).optional(),
  redeem_by: Integer.optional(),
});
type Params = z.output<typeof Params>;

export const createCoupon = endpoint("POST", "/v1/coupons", Params, (ctx, params) => {
  const { db } = ctx;
  assertOneKind(params);
  if (params.id && db.coupons.find(params.id))
    throw invalidRequest("Coupon already exists.", { code: "resource_already_exists", param: "id" });
  const coupon = db.coupons.put({
    id: params.id ?? db.newId("", 8),
    object: "coupon",
    amount_off: params.amount_off ?? null,
    created: ctx.wall(),
    currency: params.currency ?? null,
    duration: params.duration,
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: mergeMetadata({}, params.metadata),
    name: params.name ?? null,
    percent_off: params.percent_off ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  });
  ctx.emit("coupon.created", coupon);
  return coupon;
});

function assertOneKind({ amount_off, percent_off, currency, duration, duration_in_months }: Params): void {
  if (amount_off === undefined && percent_off === undefined) throw missingParam("percent_off");
  if (amount_off !== undefined && percent_off !== undefined)
    throw invalidRequest("You may only specify one of these parameters: amount_off, percent_off.");
  if (amount_off !== undefined && !currency) throw missingParam("currency");
  if ((duration === "repeating") !== (duration_in_months !== undefined))
    throw invalidRequest("`duration_in_months` goes with `duration=repeating`, and with nothing else.", {
      param: "duration_in_months",
    });
}
