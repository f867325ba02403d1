import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { changeSubscription } from "./save-subscription.ts";
import { toBillingMode } from "./settings.ts";

const Params = z.strictObject({
  billing_mode: z.strictObject({
    flexible: z.strictObject({ proration_discounts: z.enum(["included", "itemized"]).optional() }).optional(),
    type: z.literal("flexible"),
  }),
});

/** From classic to flexible billing; there is no way back. */
export const migrateEndpoint = endpoint(
  "POST",
  "/v1/subscriptions/:subscription/migrate",
  Params,
  (ctx, { billing_mode }, ids) => {
    const { id, customer, billing_mode: former } = ctx.db.subscriptions.get(ids.subscription);
    if (former.type === "flexible")
      throw invalidRequest("The subscription already has the billing mode `flexible`.", {
        param: "billing_mode",
      });
    return changeSubscription(ctx, id, { billing_mode: toBillingMode(billing_mode, ctx.now(customer)) });
  },
);
