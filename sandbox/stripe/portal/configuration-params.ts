import { z } from "zod";
import { Bool, Integer, Metadata, Text, unsettable, WebAddress } from "../wire/parameters.ts";

const Product = z.strictObject({
  adjustable_quantity: z
    .strictObject({ enabled: Bool, maximum: Integer.optional(), minimum: Integer.optional() })
    .optional(),
  prices: z.array(Text).min(1),
  product: Text,
});
export type Product = z.output<typeof Product>;

const reasons = [
  "customer_service",
  "low_quality",
  "missing_features",
  "other",
  "switched_service",
  "too_complex",
  "too_expensive",
  "unused",
] as const;

const Behavior = z.enum(["always_invoice", "create_prorations", "none"]);
const Interval = z.enum(["day", "month", "week", "year"]);

export const Features = z.strictObject({
  customer_update: z
    .strictObject({
      allowed_updates: unsettable(
        z.array(z.enum(["address", "email", "name", "phone", "shipping", "tax_id"])),
      ).optional(),
      enabled: Bool.optional(),
    })
    .optional(),
  invoice_history: z.strictObject({ enabled: Bool }).optional(),
  payment_method_update: z
    .strictObject({ enabled: Bool, payment_method_configuration: unsettable(Text).optional() })
    .optional(),
  subscription_cancel: z
    .strictObject({
      cancellation_reason: z
        .strictObject({ enabled: Bool, options: unsettable(z.array(z.enum(reasons))).optional() })
        .optional(),
      enabled: Bool.optional(),
      mode: z.enum(["at_period_end", "immediately"]).optional(),
      proration_behavior: Behavior.optional(),
    })
    .optional(),
  subscription_pause: z
    .strictObject({
      duration: z
        .strictObject({
          interval_options: unsettable(
            z.array(z.strictObject({ interval: Interval, interval_count: Integer.default(1) })),
          ).optional(),
          type: z.enum(["indefinite", "interval_options"]),
        })
        .optional(),
      enabled: Bool.optional(),
    })
    .optional(),
  subscription_update: z
    .strictObject({
      billing_cycle_anchor: z.enum(["now", "unchanged"]).optional(),
      default_allowed_updates: unsettable(
        z.array(z.enum(["price", "promotion_code", "quantity"])),
      ).optional(),
      enabled: Bool.optional(),
      products: unsettable(z.array(Product).max(10)).optional(),
      proration_behavior: Behavior.optional(),
      schedule_at_period_end: z
        .strictObject({
          conditions: unsettable(
            z.array(z.strictObject({ type: z.enum(["decreasing_item_amount", "shortening_interval"]) })),
          ).optional(),
        })
        .optional(),
      trial_update_behavior: z.enum(["continue_trial", "end_trial"]).optional(),
    })
    .optional(),
});
export type Features = z.output<typeof Features>;

const sharedFields = {
  business_profile: z
    .strictObject({
      headline: unsettable(Text).optional(),
      privacy_policy_url: unsettable(WebAddress).optional(),
      terms_of_service_url: unsettable(WebAddress).optional(),
    })
    .optional(),
  default_return_url: unsettable(WebAddress).optional(),
  login_page: z.strictObject({ enabled: Bool }).optional(),
  metadata: Metadata.optional(),
  name: unsettable(Text).optional(),
};

export const NewConfiguration = z.strictObject({ ...sharedFields, features: Features });
export const ConfigurationChange = z.strictObject({
  ...sharedFields,
  active: Bool.optional(),
  features: Features.optional(),
});
export type ConfigurationChange = z.output<typeof ConfigurationChange>;
