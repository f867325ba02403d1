import { z } from "zod";
import { Integer, Text, WebAddress } from "../wire/parameters.ts";

const AfterCompletion = z.strictObject({
  type: z.enum(["hosted_confirmation", "portal_homepage", "redirect"]),
  hosted_confirmation: z.strictObject({ custom_message: Text.max(500).optional() }).optional(),
  redirect: z.strictObject({ return_url: WebAddress }).optional(),
});

const Target = z.strictObject({ subscription: Text });

export const FlowData = z.strictObject({
  type: z.enum([
    "customer_update",
    "payment_method_update",
    "subscription_cancel",
    "subscription_pause",
    "subscription_update",
    "subscription_update_confirm",
  ]),
  after_completion: AfterCompletion.optional(),
  subscription_cancel: Target.extend({
    retention: z
      .strictObject({ type: z.literal("coupon_offer"), coupon_offer: z.strictObject({ coupon: Text }) })
      .optional(),
  }).optional(),
  subscription_pause: Target.optional(),
  subscription_update: Target.optional(),
  subscription_update_confirm: Target.extend({
    discounts: z
      .array(z.strictObject({ coupon: Text.optional(), promotion_code: Text.optional() }))
      .optional(),
    items: z
      .array(
        z.strictObject({
          id: Text,
          price: Text.optional(),
          quantity: Integer.pipe(z.int().min(1)).optional(),
        }),
      )
      .length(1),
  }).optional(),
});
export type FlowData = z.output<typeof FlowData>;
