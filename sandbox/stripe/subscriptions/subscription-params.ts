import { z } from "zod";
import { Decimal, recurringFields, TaxBehavior, unitAmountFields } from "../prices/price-params.ts";
import { Bool, Currency, Integer, Metadata, Text, Timestamp, unsettable } from "../wire/parameters.ts";

/** What creating and changing a subscription have in common. */

const PriceData = z.strictObject({
  currency: Currency,
  product: Text,
  recurring: z.strictObject(recurringFields),
  tax_behavior: TaxBehavior.optional(),
  ...unitAmountFields,
});

export const Discounts = unsettable(
  z.array(
    z.strictObject({
      coupon: Text.optional(),
      discount: Text.optional(),
      promotion_code: Text.optional(),
    }),
  ),
);

export const ProrationBehavior = z.enum(["always_invoice", "create_prorations", "none"]);
export const PaymentBehavior = z.enum([
  "allow_incomplete",
  "default_incomplete",
  "error_if_incomplete",
  "pending_if_incomplete",
]);
export type PaymentBehavior = z.output<typeof PaymentBehavior>;

export const itemFields = {
  discounts: Discounts.optional(),
  metadata: Metadata.optional(),
  price: Text.optional(),
  price_data: PriceData.optional(),
  quantity: Integer.pipe(z.int().min(0)).optional(),
};

const AddedInvoiceItem = z.strictObject({
  discountable: Bool.optional(),
  metadata: Metadata.optional(),
  price: Text.optional(),
  price_data: z
    .strictObject({
      currency: Currency,
      product: Text,
      tax_behavior: TaxBehavior.optional(),
      unit_amount: Integer.optional(),
      unit_amount_decimal: Decimal.optional(),
    })
    .optional(),
  quantity: Integer.pipe(z.int().min(1)).optional(),
});
export type AddedInvoiceItem = z.output<typeof AddedInvoiceItem>;

export const CancelAt = z.union([z.enum(["max_period_end", "min_period_end"]), Timestamp]);

export const PauseCollection = z.strictObject({
  behavior: z.enum(["keep_as_draft", "mark_uncollectible", "void"]),
  resumes_at: Timestamp.optional(),
});

export const CancellationDetails = z.strictObject({
  comment: unsettable(Text).optional(),
  feedback: unsettable(
    z.enum([
      "customer_service",
      "low_quality",
      "missing_features",
      "other",
      "switched_service",
      "too_complex",
      "too_expensive",
      "unused",
    ]),
  ).optional(),
});
export type CancellationDetails = z.output<typeof CancellationDetails>;

const PendingInvoiceItemInterval = z.strictObject({
  interval: z.enum(["day", "week", "month", "year"]),
  interval_count: Integer.pipe(z.int().min(1).max(365)).default(1),
});

export const sharedFields = {
  add_invoice_items: z.array(AddedInvoiceItem).max(20).optional(),
  automatic_tax: z.strictObject({ enabled: Bool }).optional(),
  cancel_at_period_end: Bool.optional(),
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  days_until_due: Integer.pipe(z.int().min(0)).optional(),
  default_payment_method: Text.optional(),
  default_source: unsettable(Text).optional(),
  description: unsettable(Text.max(500)).optional(),
  discounts: Discounts.optional(),
  metadata: Metadata.optional(),
  off_session: Bool.optional(),
  payment_behavior: PaymentBehavior.optional(),
  payment_settings: z
    .strictObject({
      payment_method_types: unsettable(
        z.array(z.enum(["card", "link", "sepa_debit", "us_bank_account"])),
      ).optional(),
      save_default_payment_method: z.enum(["off", "on_subscription"]).optional(),
    })
    .optional(),
  pending_invoice_item_interval: unsettable(PendingInvoiceItemInterval).optional(),
  proration_behavior: ProrationBehavior.optional(),
  trial_end: z.union([z.literal("now"), Timestamp]).optional(),
  trial_settings: z
    .strictObject({
      end_behavior: z.strictObject({
        billing_cycle_anchor: z.enum(["now", "unchanged"]).nullable().default(null),
        missing_payment_method: z.enum(["cancel", "create_invoice", "pause"]).default("create_invoice"),
      }),
    })
    .optional(),
};
