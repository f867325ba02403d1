import { z } from "zod";
import { Discounts } from "../subscriptions/subscription-params.ts";
import { Bool, Integer, Metadata, Text, Timestamp, unsettable } from "../wire/parameters.ts";

/** What can be given when a manual invoice is made and afterwards. */
export const invoiceFields = {
  account_tax_ids: unsettable(z.array(Text)).optional(),
  auto_advance: Bool.optional(),
  automatic_tax: z.strictObject({ enabled: Bool }).optional(),
  automatically_finalizes_at: Timestamp.optional(),
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  custom_fields: unsettable(
    z.array(z.strictObject({ name: Text.max(40), value: Text.max(140) })).max(4),
  ).optional(),
  days_until_due: Integer.pipe(z.int().min(0)).optional(),
  default_payment_method: Text.optional(),
  description: unsettable(Text.max(1500)).optional(),
  discounts: Discounts.optional(),
  due_date: Timestamp.optional(),
  effective_at: unsettable(Timestamp).optional(),
  footer: unsettable(Text).optional(),
  metadata: Metadata.optional(),
  number: unsettable(Text.max(26)).optional(),
  statement_descriptor: Text.max(22).optional(),
};

const InvoiceFields = z.strictObject(invoiceFields);
export type InvoiceFields = z.output<typeof InvoiceFields>;
