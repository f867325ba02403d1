import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Discount } from "../core/objects.ts";
import { addInterval } from "../subscriptions/add-interval.ts";

interface Redemption {
  coupon: string;
  customer: string;
  /** Null for a discount of the customer's on everything. */
  subscription: string | null;
  /** The discount it takes the place of. */
  replaces?: Discount | null;
}

/** Turns a coupon into a customer's discount, once more of as often as it may be used. */
export function redeemCoupon(ctx: Context, redemption: Redemption): Discount {
  const { db } = ctx;
  const { coupon: id, customer, subscription, replaces } = redemption;
  const coupon = db.coupons.get(id, "coupon");
  const { duration_in_months, max_redemptions, redeem_by } = coupon;
  const start = ctx.now(customer);
  if (!coupon.valid || (redeem_by !== null && redeem_by < start))
    throw invalidRequest(`Coupon expired: ${id}`, { code: "coupon_expired", param: "coupon" });
  const times_redeemed = coupon.times_redeemed + 1;
  db.coupons.change(id, {
    times_redeemed,
    valid: max_redemptions === null || times_redeemed < max_redemptions,
  });
  const months = { interval: "month", interval_count: duration_in_months ?? 0 };
  const discount = db.discounts.put({
    id: db.newId("di_"),
    object: "discount",
    checkout_session: null,
    customer,
    customer_account: null,
    end: duration_in_months === null ? null : addInterval(start, months),
    invoice: null,
    invoice_item: null,
    promotion_code: null,
    source: { coupon: id, type: "coupon" },
    start,
    subscription,
    subscription_item: null,
  });
  if (replaces) ctx.emit("customer.discount.updated", discount, { before: replaces, customer });
  else ctx.emit("customer.discount.created", discount, { customer });
  return discount;
}
