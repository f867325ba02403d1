import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { couponOf } from "../coupons/coupon-of.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import { changeSubscription } from "../subscriptions/save-subscription.ts";
import { isNew } from "./change-invoice.ts";

/** A coupon that is good for one invoice is gone with it. Whoever made the invoice in this same call sees to the subscription. */
export function useUpDiscounts(ctx: Context, invoice: Invoice): void {
  const { id, customer, parent } = invoice;
  const subscription = ctx.db.subscriptions.find(parent?.subscription_details?.subscription ?? "");
  if (subscription && !isNew(ctx, id))
    changeSubscription(ctx, subscription.id, {
      discounts: withoutUsedUp(ctx, subscription.discounts, invoice),
    });
  const { discount } = ctx.db.customers.get(customer ?? "");
  if (!discount || withoutUsedUp(ctx, [discount.id], invoice).length > 0) return;
  changeCustomer(ctx, discount.customer ?? "", { discount: null });
  ctx.emit("customer.discount.deleted", discount, { customer });
}

/** The discounts that are still good after this invoice. */
export const withoutUsedUp = ({ db }: Context, discounts: string[], invoice: Invoice): string[] =>
  discounts.filter(
    (id) =>
      invoice.status === "draft" || !invoice.discounts.includes(id) || couponOf(db, id).duration !== "once",
  );
