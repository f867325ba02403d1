import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import { redeemCoupon } from "../coupons/redeem-coupon.ts";
import type { NewSubscription } from "./new-subscription.ts";

/** The discounts that were asked for, by id; undefined where nothing was said. An empty list says nothing either. */
export function redeemDiscounts(
  ctx: Context,
  given: NewSubscription["discounts"],
  { id, customer }: Pick<Subscription, "id" | "customer">,
): string[] | undefined {
  if (given === null) return [];
  if (!given?.length) return undefined;
  return given.map(({ coupon, discount, promotion_code }) => {
    if (discount) return ctx.db.discounts.get(discount, "discount").id;
    if (coupon) return redeemCoupon(ctx, { coupon, customer, subscription: id }).id;
    throw invalidRequest(
      promotion_code
        ? `No such promotion code: '${promotion_code}'`
        : "A discount needs a coupon or a discount.",
      { param: "discounts" },
    );
  });
}
