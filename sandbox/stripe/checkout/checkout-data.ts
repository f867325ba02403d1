import { z } from "zod";
import { Address } from "../customers/customer-params.ts";
import { NewSubscription } from "../subscriptions/new-subscription.ts";
import { Integer, Metadata, Text, Timestamp } from "../wire/parameters.ts";

const SubscriptionData = NewSubscription.pick({
  billing_cycle_anchor: true,
  billing_mode: true,
  description: true,
  metadata: true,
  pending_invoice_item_interval: true,
  trial_settings: true,
}).extend({
  proration_behavior: z.enum(["create_prorations", "none"]).optional(),
  trial_end: Timestamp.optional(),
  trial_period_days: Integer.pipe(z.int().min(1).max(730)).optional(),
});

const Shipping = z.strictObject({
  name: Text,
  phone: Text.optional(),
  carrier: Text.optional(),
  tracking_number: Text.optional(),
  address: Address,
});

const PaymentIntentData = z.strictObject({
  description: Text.optional(),
  metadata: Metadata.optional(),
  receipt_email: Text.optional(),
  setup_future_usage: z.enum(["off_session", "on_session"]).optional(),
  shipping: Shipping.optional(),
  statement_descriptor: Text.max(22).optional(),
  statement_descriptor_suffix: Text.max(22).optional(),
});

const SetupIntentData = z.strictObject({
  description: Text.optional(),
  metadata: Metadata.optional(),
});

/** What the session keeps for what it makes when it is paid. */
export const checkoutData = {
  customer_update: z
    .strictObject({
      address: z.enum(["auto", "never"]).optional(),
      name: z.enum(["auto", "never"]).optional(),
      shipping: z.enum(["auto", "never"]).optional(),
    })
    .optional(),
  payment_intent_data: PaymentIntentData.optional(),
  setup_intent_data: SetupIntentData.optional(),
  subscription_data: SubscriptionData.optional(),
};

const CheckoutData = z.strictObject(checkoutData);
export type CheckoutData = z.output<typeof CheckoutData>;

/** What the customer says of themselves on the page. */
export interface CheckoutPayer {
  email: string;
  name: string;
}
