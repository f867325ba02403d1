import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Bool, Currency } from "../wire/parameters.ts";
import { answerOutcome } from "./answer-outcome.ts";
import { attemptPayment } from "./attempt-payment.ts";
import { createPaymentIntent } from "./create-payment-intent.ts";
import { findGivenMethod } from "./find-given-method.ts";
import { Amount, confirmFields, creationFields, describedFields, paymentFields } from "./intent-params.ts";
import { toMethodTypes } from "./to-method-types.ts";
import { toShipping } from "./to-shipping.ts";

const Params = z.strictObject({
  ...paymentFields,
  ...describedFields,
  ...creationFields,
  ...confirmFields,
  amount: Amount,
  currency: Currency,
  confirmation_method: z.enum(["automatic", "manual"]).optional(),
  error_on_requires_action: Bool.optional(),
  off_session: Bool.optional(),
});
type Params = z.output<typeof Params>;

export const addPaymentIntent = endpoint("POST", "/v1/payment_intents", Params, (ctx, params) => {
  if (params.customer) ctx.db.customers.get(params.customer, "customer");
  if (params.off_session && !params.confirm)
    throw invalidRequest("`off_session` can only be given with `confirm=true`.", { param: "off_session" });
  const intent = create(ctx, params);
  if (!params.confirm) return intent;
  return answerOutcome(attemptPayment(ctx, intent.id, { returnUrl: params.return_url }));
});

function create(ctx: Context, params: Params) {
  const types = toMethodTypes(params.currency, params);
  if (types.length === 0)
    throw invalidRequest("No valid payment method types for this Payment Intent.", {
      code: "payment_intent_invalid_parameter",
      param: "payment_method_types",
    });
  return createPaymentIntent(ctx, {
    customer: params.customer ?? null,
    paymentMethod: findGivenMethod(ctx, params),
    amount: params.amount,
    currency: params.currency,
    offSession: Boolean(params.off_session || params.error_on_requires_action),
    description: params.description ?? null,
    invoice: null,
    metadata: params.metadata ?? {},
    more: {
      allowed_payment_method_types: params.allowed_payment_method_types ?? null,
      excluded_payment_method_types: params.excluded_payment_method_types ?? null,
      automatic_payment_methods: params.payment_method_types
        ? null
        : { allow_redirects: "always", ...params.automatic_payment_methods, enabled: true },
      capture_method: params.capture_method ?? "automatic_async",
      confirmation_method: params.confirmation_method ?? "automatic",
      payment_method_types: types,
      receipt_email: params.receipt_email ?? null,
      setup_future_usage: params.setup_future_usage ?? null,
      shipping: toShipping(params.shipping),
      statement_descriptor: params.statement_descriptor ?? null,
      statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    },
  });
}
