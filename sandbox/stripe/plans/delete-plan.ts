import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toPlan } from "../prices/to-plan.ts";
import { getPlanPrice } from "./get-plan-price.ts";

/** Subscriptions that have it go on with it. */
export const deletePlan = endpoint("DELETE", "/v1/plans/:plan", z.strictObject({}), (ctx, _, ids) => {
  const price = getPlanPrice(ctx, ids.plan);
  ctx.db.prices.remove(price.id);
  ctx.emit("plan.deleted", toPlan(price));
  ctx.emit("price.deleted", price);
  return { id: price.id, object: "plan", deleted: true };
});
