import { z } from "zod";
import { ProductData, recurringFields, TaxBehavior, unitAmountFields } from "../prices/price-params.ts";
import {
  Bool,
  Currency,
  Integer,
  Metadata,
  removedIn,
  Text,
  Timestamp,
  WebAddress,
} from "../wire/parameters.ts";
import { checkoutData } from "./checkout-data.ts";
import { Locale } from "./locale.ts";

const PriceData = z.strictObject({
  currency: Currency,
  product: Text.optional(),
  product_data: ProductData.optional(),
  recurring: z.strictObject(recurringFields).optional(),
  tax_behavior: TaxBehavior.optional(),
  ...unitAmountFields,
});

const LineItem = z.strictObject({
  adjustable_quantity: z
    .strictObject({
      enabled: Bool,
      minimum: Integer.optional(),
      maximum: Integer.optional(),
    })
    .optional(),
  metadata: Metadata.optional(),
  price: Text.optional(),
  price_data: PriceData.optional(),
  quantity: Integer.optional(),
});
export type LineItem = z.output<typeof LineItem>;

const Switch = z.strictObject({ enabled: Bool });
const Message = z.strictObject({ message: Text.max(1200) });

/** The parameters of a new session. */
export const SessionParams = z.strictObject({
  ...checkoutData,
  adaptive_pricing: Switch.optional(),
  allow_promotion_codes: Bool.optional(),
  allowed_payment_method_types: z.array(Text).optional(),
  automatic_tax: Switch.optional(),
  billing_address_collection: z.enum(["auto", "required"]).optional(),
  cancel_url: WebAddress.optional(),
  client_reference_id: Text.max(200).optional(),
  currency: Currency.optional(),
  custom_text: z.strictObject({ submit: Message.optional(), after_submit: Message.optional() }).optional(),
  customer: Text.optional(),
  customer_creation: z.enum(["always", "if_required"]).optional(),
  customer_email: Text.optional(),
  excluded_payment_method_types: z.array(Text).optional(),
  expires_at: Timestamp.optional(),
  line_items: z.array(LineItem).max(100).optional(),
  locale: Locale.optional(),
  metadata: Metadata.optional(),
  mode: z.enum(["payment", "setup", "subscription"]),
  origin_context: z.enum(["mobile_app", "web"]).optional(),
  payment_method_collection: z.enum(["always", "if_required"]).optional(),
  payment_method_types: removedIn("endive", z.array(Text)).optional(),
  phone_number_collection: Switch.optional(),
  submit_type: z.enum(["auto", "book", "donate", "pay", "subscribe"]).optional(),
  success_url: WebAddress.optional(),
  tax_id_collection: z
    .strictObject({ enabled: Bool, required: z.enum(["if_supported", "never"]).optional() })
    .optional(),
  ui_mode: z.enum(["hosted_page"]).default("hosted_page"),
});
export type SessionParams = z.output<typeof SessionParams>;
