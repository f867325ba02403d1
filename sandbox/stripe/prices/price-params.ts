import { z } from "zod";
import { Bool, Currency, Integer, Metadata, Text, unsettable } from "../wire/parameters.ts";

export const interval = z.enum(["day", "week", "month", "year"]);

/** Cents with up to twelve places, as text. */
export const Decimal = z.string().regex(/^\d{1,15}(\.\d{1,12})?$/, "Invalid decimal");

const Amount = Integer.pipe(z.int().min(0).max(99_999_999));

export const unitAmountFields = {
  unit_amount: Amount.optional(),
  unit_amount_decimal: Decimal.optional(),
};

export const recurringFields = {
  interval,
  interval_count: Integer.pipe(z.int().min(1)).default(1),
};

export const Recurring = z.strictObject({
  ...recurringFields,
  meter: Text.optional(),
  trial_period_days: Integer.pipe(z.int().min(1).max(730)).optional(),
  usage_type: z.enum(["licensed", "metered"]).default("licensed"),
});

export const Tier = z.strictObject({
  flat_amount: Amount.optional(),
  flat_amount_decimal: Decimal.optional(),
  ...unitAmountFields,
  up_to: z.union([z.literal("inf"), Integer.pipe(z.int().min(1))]),
});
export type Tier = z.output<typeof Tier>;

export const TaxBehavior = z.enum(["exclusive", "inclusive", "unspecified"]);

export const ProductData = z.strictObject({
  active: Bool.optional(),
  id: Text.optional(),
  metadata: Metadata.optional(),
  name: Text,
  statement_descriptor: Text.max(22).optional(),
  tax_code: Text.optional(),
  unit_label: Text.max(12).optional(),
});

export const NewPrice = z.strictObject({
  active: Bool.default(true),
  billing_scheme: z.enum(["per_unit", "tiered"]).default("per_unit"),
  currency: Currency,
  lookup_key: Text.max(200).optional(),
  metadata: Metadata.optional(),
  nickname: Text.optional(),
  product: Text.optional(),
  product_data: ProductData.optional(),
  recurring: Recurring.optional(),
  tax_behavior: TaxBehavior.default("unspecified"),
  tiers: z.array(Tier).optional(),
  tiers_mode: z.enum(["graduated", "volume"]).optional(),
  transfer_lookup_key: Bool.default(false),
  transform_quantity: z
    .strictObject({ divide_by: Integer.pipe(z.int().min(1)), round: z.enum(["down", "up"]) })
    .optional(),
  ...unitAmountFields,
});
export type NewPrice = z.output<typeof NewPrice>;

export const PriceChange = z.strictObject({
  active: Bool.optional(),
  lookup_key: unsettable(Text.max(200)).optional(),
  metadata: Metadata.optional(),
  nickname: unsettable(Text).optional(),
  tax_behavior: TaxBehavior.optional(),
  transfer_lookup_key: Bool.default(false),
});
