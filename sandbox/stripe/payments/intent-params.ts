import { z } from "zod";
import { Address } from "../customers/customer-params.ts";
import { Bool, Integer, Metadata, removedIn, Text, unsettable } from "../wire/parameters.ts";
import { PaymentMethodData } from "./payment-method-params.ts";

const excludableTypes = [
  "acss_debit",
  "affirm",
  "afterpay_clearpay",
  "alipay",
  "amazon_pay",
  "au_becs_debit",
  "bacs_debit",
  "bancontact",
  "card",
  "cashapp",
  "customer_balance",
  "eps",
  "giropay",
  "ideal",
  "klarna",
  "p24",
  "paypal",
  "revolut_pay",
  "sepa_debit",
  "us_bank_account",
  "wechat_pay",
] as const;

const MethodTypes = z.array(z.enum([...excludableTypes, "link"]));

/** What payment and set-up intents have in common. */
export const methodFields = {
  allowed_payment_method_types: MethodTypes.optional(),
  excluded_payment_method_types: unsettable(z.array(z.enum(excludableTypes))).optional(),
  payment_method: Text.optional(),
  payment_method_data: PaymentMethodData.optional(),
  // Accepted, and of no consequence here.
  payment_method_options: z.looseObject({}).optional(),
};

/** Of a confirmation, and of a creation that confirms. */
export const confirmFields = {
  mandate_data: unsettable(z.looseObject({})).optional(),
  return_url: Text.optional(),
  use_stripe_sdk: Bool.optional(),
};

export const creationFields = {
  automatic_payment_methods: z
    .strictObject({ enabled: Bool, allow_redirects: z.enum(["always", "never"]).optional() })
    .optional(),
  confirm: Bool.default(false),
  payment_method_types: removedIn("endive", MethodTypes).optional(),
};

const Shipping = z.strictObject({
  address: Address,
  name: Text,
  carrier: z.string().optional(),
  phone: z.string().optional(),
  tracking_number: z.string().optional(),
});

export const paymentFields = {
  ...methodFields,
  capture_method: z.enum(["automatic", "automatic_async", "manual"]).optional(),
  receipt_email: unsettable(Text).optional(),
  setup_future_usage: unsettable(z.enum(["off_session", "on_session"])).optional(),
  shipping: unsettable(Shipping).optional(),
};

export const describedFields = {
  customer: Text.optional(),
  description: Text.optional(),
  metadata: Metadata.optional(),
  statement_descriptor: Text.max(22).optional(),
  statement_descriptor_suffix: Text.max(22).optional(),
};

export const Amount = Integer.pipe(
  z.int().min(1, "This value must be greater than or equal to 1.").max(99_999_999),
);
