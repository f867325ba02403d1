import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { PaymentIntent } from "../core/objects.ts";
import { Currency, mergeMetadata } from "../wire/parameters.ts";
import { findGivenMethod } from "./find-given-method.ts";
import { Amount, describedFields, paymentFields } from "./intent-params.ts";
import { toMethodTypes } from "./to-method-types.ts";
import { toShipping } from "./to-shipping.ts";

const Params = z.strictObject({
  ...paymentFields,
  ...describedFields,
  amount: Amount.optional(),
  currency: Currency.optional(),
});
type Params = z.output<typeof Params>;

export const updatePaymentIntent = endpoint(
  "POST",
  "/v1/payment_intents/:intent",
  Params,
  (ctx, params, ids) => {
    const before = ctx.db.paymentIntents.get(ids.intent);
    assertChangeable(ctx, before, params);
    if (params.customer) ctx.db.customers.get(params.customer, "customer");
    const { metadata, payment_method, payment_method_data, payment_method_options, shipping, ...plain } =
      params;
    const method = findGivenMethod(ctx, params);
    const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
    return ctx.db.paymentIntents.change(before.id, {
      ...given,
      metadata: mergeMetadata(before.metadata, metadata),
      payment_method_types: toTypes(before, params),
      ...(shipping !== undefined && { shipping: toShipping(shipping) }),
      ...(method && { payment_method: method, status: "requires_confirmation", next_action: null }),
    });
  },
);

function assertChangeable(ctx: Context, { id, status }: PaymentIntent, params: Params): void {
  const onlyDescribes = Object.keys(params).every((key) => key === "metadata" || key === "description");
  if (onlyDescribes) return;
  if (status === "succeeded" || status === "canceled" || status === "processing")
    throw invalidRequest(
      `This PaymentIntent's parameters could not be updated because it has a status of ${status}.`,
      { code: "payment_intent_unexpected_state" },
    );
  const sum = params.amount ?? params.currency ?? params.customer;
  if (sum !== undefined && ctx.db.paymentIntentRecords.get(id).invoice)
    throw invalidRequest(
      "The amount, currency and customer of an invoice's PaymentIntent cannot be changed.",
    );
}

function toTypes(before: PaymentIntent, params: Params): string[] {
  const { allowed_payment_method_types, excluded_payment_method_types, currency } = params;
  if (!allowed_payment_method_types && !excluded_payment_method_types && !currency)
    return before.payment_method_types;
  return toMethodTypes(currency ?? before.currency, {
    allowed_payment_method_types: allowed_payment_method_types ?? before.allowed_payment_method_types,
    excluded_payment_method_types: excluded_payment_method_types ?? before.excluded_payment_method_types,
  });
}
