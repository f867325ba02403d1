import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";
import { changeSubscription } from "./save-subscription.ts";

export const deleteSubscriptionDiscount = endpoint(
  "DELETE",
  "/v1/subscriptions/:subscription/discount",
  z.strictObject({}),
  (ctx, _, { subscription: id }) => {
    const [first] = ctx.db.subscriptions.get(id).discounts;
    if (!first) throw noSuch("discount for subscription", id);
    const discount = ctx.db.discounts.get(first);
    changeSubscription(ctx, id, { discounts: [] });
    ctx.emit("customer.discount.deleted", discount, { customer: discount.customer });
    const { end, ...rest } = discount;
    return { ...rest, deleted: true };
  },
);
