import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { changeCustomer } from "../customers/change-customer.ts";

/** A coupon that is good for one invoice is gone with it. */
export function useUpDiscounts(ctx: Context, { discounts, customer, parent }: Invoice): void {
  const { db } = ctx;
  const once = discounts.filter(
    (id) => db.coupons.find(db.discounts.get(id).source.coupon ?? "")?.duration === "once",
  );
  if (once.length === 0 || !customer) return;
  const subscription = db.subscriptions.find(parent?.subscription_details?.subscription ?? "");
  if (subscription?.discounts.some((id) => once.includes(id)))
    db.subscriptions.change(subscription.id, {
      discounts: subscription.discounts.filter((id) => !once.includes(id)),
    });
  const { discount } = db.customers.get(customer);
  if (!discount || !once.includes(discount.id)) return;
  changeCustomer(ctx, customer, { discount: null });
  ctx.emit("customer.discount.deleted", discount, { customer });
}
