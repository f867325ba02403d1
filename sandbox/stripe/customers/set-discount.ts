import type { Context } from "../core/context.ts";
import type { Discount } from "../core/objects.ts";
import { redeemCoupon } from "../coupons/redeem-coupon.ts";
import { changeCustomer } from "./change-customer.ts";

/** Gives a customer the discount of a coupon, in place of the one they have; an older API lets one do so. */
export function setDiscount(ctx: Context, customer: string, coupon: string): void {
  const { discount: replaces } = ctx.db.customers.get(customer);
  const discount = redeemCoupon(ctx, { coupon, customer, subscription: null, replaces });
  changeCustomer(ctx, customer, { discount });
}

/** Ends a customer's discount, and says which it was. */
export function clearDiscount(ctx: Context, customer: string): Discount | null {
  const { discount } = ctx.db.customers.get(customer);
  if (!discount) return null;
  ctx.emit("customer.discount.deleted", discount, { customer });
  changeCustomer(ctx, customer, { discount: null });
  return discount;
}
