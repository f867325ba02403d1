import type { Context } from "../core/context.ts";
import type { Discount, Subscription } from "../core/objects.ts";
import { couponOf } from "../coupons/coupon-of.ts";

/** The discounts that a new invoice gets: the subscription's or, if it has none, the customer's. */
export function discountsFor(
  ctx: Context,
  { customer, subscription, at }: { customer: string; subscription: Subscription | null; at: number },
): string[] {
  const isGood = (discount: Discount) => isRunning(discount, at) && !isUsedUp(ctx, discount, customer);
  const own = (subscription?.discounts ?? []).map((id) => ctx.db.discounts.get(id)).filter(isGood);
  if (own.length > 0) return own.map(({ id }) => id);
  const { discount } = ctx.db.customers.get(customer);
  return discount && isGood(discount) ? [discount.id] : [];
}

const isRunning = ({ start, end }: Discount, at: number) => start <= at && (end === null || at < end);

/** A coupon that is good for one invoice has had it. */
function isUsedUp({ db }: Context, { id }: Discount, customer: string): boolean {
  if (couponOf(db, id).duration !== "once") return false;
  return db.invoices
    .by("customer", customer)
    .some(({ discounts, status }) => status !== "void" && discounts.includes(id));
}
