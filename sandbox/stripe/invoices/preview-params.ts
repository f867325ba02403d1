import { z } from "zod";
import { NewSubscription } from "../subscriptions/new-subscription.ts";
import { SubscriptionChange } from "../subscriptions/subscription-change.ts";
import { Bool, Currency, Metadata, Text, Timestamp } from "../wire/parameters.ts";
import { itemFields } from "./item-fields.ts";

const { billing_cycle_anchor, cancel_at, cancel_at_period_end, items, proration_behavior, trial_end } =
  SubscriptionChange.shape;

const SubscriptionDetails = z.strictObject({
  billing_cycle_anchor: z.union([billing_cycle_anchor, Timestamp]).optional(),
  billing_mode: NewSubscription.shape.billing_mode,
  cancel_at,
  cancel_at_period_end,
  cancel_now: Bool.optional(),
  items,
  metadata: Metadata.optional(),
  proration_behavior,
  proration_date: Timestamp.optional(),
  resume_at: z.literal("now").optional(),
  trial_end,
});
export type SubscriptionDetails = z.output<typeof SubscriptionDetails>;

const { pricing: _, ...fields } = itemFields;

const PreviewItem = z.strictObject({
  ...fields,
  currency: Currency.optional(),
  /** One that waits already. */
  invoiceitem: Text.optional(),
  price: Text.optional(),
});
export type PreviewItem = z.output<typeof PreviewItem>;

export const PreviewParams = z.strictObject({
  automatic_tax: z.strictObject({ enabled: Bool }).optional(),
  currency: Currency.optional(),
  customer: Text.optional(),
  discounts: z.array(z.strictObject({ coupon: Text })).optional(),
  invoice_items: z.array(PreviewItem).max(250).optional(),
  preview_mode: z.enum(["next", "recurring"]).default("next"),
  schedule: Text.optional(),
  subscription: Text.optional(),
  subscription_details: SubscriptionDetails.optional(),
});
export type PreviewParams = z.output<typeof PreviewParams>;
