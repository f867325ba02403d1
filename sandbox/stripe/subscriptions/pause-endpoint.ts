import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { pauseSubscription } from "./pause-subscription.ts";

const Params = z.strictObject({
  bill_for: z
    .strictObject({
      outstanding_usage_through: z.strictObject({ type: z.enum(["none", "now"]) }).optional(),
      unused_time_from: z
        .strictObject({ type: z.enum(["item_current_period_start", "none", "now"]) })
        .optional(),
    })
    .optional(),
  invoicing_behavior: z.enum(["invoice", "pending_invoice_item"]).optional(),
  type: z.literal("subscription").optional(),
});
export type Pause = z.output<typeof Params>;

export const pauseEndpoint = endpoint(
  "POST",
  "/v1/subscriptions/:subscription/pause",
  Params,
  (ctx, params, ids) => pauseSubscription(ctx, ids.subscription, params),
);
