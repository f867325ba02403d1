import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Bool } from "../wire/parameters.ts";
import { answerOutcome } from "./answer-outcome.ts";
import { confirmPaymentIntent } from "./confirm-payment-intent.ts";
import { findGivenMethod } from "./find-given-method.ts";
import { confirmFields, paymentFields } from "./intent-params.ts";
import { toShipping } from "./to-shipping.ts";

const Params = z.strictObject({
  ...paymentFields,
  ...confirmFields,
  error_on_requires_action: Bool.optional(),
  off_session: Bool.optional(),
});

export const confirm = endpoint("POST", "/v1/payment_intents/:intent/confirm", Params, (ctx, params, ids) => {
  const intent = ctx.db.paymentIntents.get(ids.intent);
  const { setup_future_usage = intent.setup_future_usage, receipt_email = intent.receipt_email } = params;
  const { capture_method = intent.capture_method, shipping } = params;
  ctx.db.paymentIntents.change(intent.id, {
    setup_future_usage,
    receipt_email,
    capture_method,
    shipping: shipping === undefined ? intent.shipping : toShipping(shipping),
  });
  const outcome = confirmPaymentIntent(ctx, intent.id, {
    paymentMethod: findGivenMethod(ctx, params) ?? undefined,
    offSession: params.off_session || params.error_on_requires_action,
    returnUrl: params.return_url,
  });
  return answerOutcome(outcome);
});
