import { z } from "zod";
import { Decimal, TaxBehavior } from "../prices/price-params.ts";
import { Bool, Integer, Metadata, Text, Timestamp, unsettable } from "../wire/parameters.ts";

/** What can be given when an invoice item is made and afterwards. */
export const itemFields = {
  amount: Integer.optional(),
  description: Text.optional(),
  discountable: Bool.optional(),
  metadata: Metadata.optional(),
  period: z.strictObject({ start: Timestamp, end: Timestamp }).optional(),
  price_data: z
    .strictObject({
      currency: Text,
      product: Text,
      tax_behavior: TaxBehavior.optional(),
      unit_amount: Integer.optional(),
      unit_amount_decimal: Decimal.optional(),
    })
    .optional(),
  pricing: z.strictObject({ price: Text }).optional(),
  quantity: Integer.pipe(z.int().min(0)).optional(),
  tax_behavior: TaxBehavior.optional(),
  tax_code: unsettable(Text).optional(),
  tax_rates: unsettable(z.array(Text)).optional(),
  unit_amount_decimal: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,12})?$/, "Invalid decimal")
    .optional(),
};

const ItemFields = z.strictObject(itemFields);
export type ItemFields = z.output<typeof ItemFields>;
