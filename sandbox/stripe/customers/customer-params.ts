import { z } from "zod";
import { Bool, Integer, Metadata, removedIn, Text, unsettable } from "../wire/parameters.ts";

export const Address = z.strictObject({
  city: z.string().optional(),
  country: z.string().optional(),
  line1: z.string().optional(),
  line2: z.string().optional(),
  postal_code: z.string().optional(),
  state: z.string().optional(),
});
export type Address = z.output<typeof Address>;

const Shipping = z.strictObject({ address: Address, name: Text, phone: z.string().optional() });

const CustomFields = z.array(z.strictObject({ name: Text.max(40), value: Text.max(140) })).max(4);

const RenderingOptions = z.strictObject({
  amount_tax_display: unsettable(z.enum(["exclude_tax", "include_inclusive_tax"])).optional(),
  template: Text.optional(),
});

const InvoiceSettings = z.strictObject({
  custom_fields: unsettable(CustomFields).optional(),
  default_payment_method: unsettable(Text).optional(),
  footer: unsettable(Text).optional(),
  rendering_options: unsettable(RenderingOptions).optional(),
});
export type InvoiceSettings = z.output<typeof InvoiceSettings>;

const Email = z
  .string()
  .max(512)
  .regex(/^[^@\s]+@[^@\s]+$/, "Invalid email address");

/** What can be given when a customer is made and afterwards. */
export const customerFields = {
  address: unsettable(Address).optional(),
  balance: Integer.optional(),
  business_name: unsettable(Text.max(150)).optional(),
  coupon: removedIn("basil", unsettable(Text)).optional(),
  description: unsettable(Text).optional(),
  email: unsettable(Email).optional(),
  individual_name: unsettable(Text.max(150)).optional(),
  invoice_prefix: z
    .string()
    .regex(/^[A-Z0-9]{3,12}$/, "Invalid invoice prefix")
    .optional(),
  invoice_settings: InvoiceSettings.optional(),
  metadata: Metadata.optional(),
  name: unsettable(Text.max(256)).optional(),
  next_invoice_sequence: Integer.optional(),
  phone: unsettable(Text.max(20)).optional(),
  preferred_locales: unsettable(z.array(Text)).optional(),
  shipping: unsettable(Shipping).optional(),
  source: Text.optional(),
  tax_exempt: unsettable(z.enum(["none", "exempt", "reverse"])).optional(),
  validate: Bool.optional(),
};

const CustomerFields = z.strictObject(customerFields);
export type CustomerFields = z.output<typeof CustomerFields>;
