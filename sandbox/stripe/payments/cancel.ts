import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { cancelPaymentIntent } from "./cancel-payment-intent.ts";

const Params = z.strictObject({
  cancellation_reason: z.enum(["duplicate", "fraudulent", "requested_by_customer", "abandoned"]).optional(),
});

export const cancel = endpoint("POST", "/v1/payment_intents/:intent/cancel", Params, (ctx, params, ids) => {
  const { invoice } = ctx.db.paymentIntentRecords.get(ctx.db.paymentIntents.get(ids.intent).id);
  if (invoice)
    throw invalidRequest(
      `You cannot cancel this PaymentIntent because it is managed by the invoice ${invoice}. Void the invoice instead.`,
      { code: "payment_intent_unexpected_state" },
    );
  return cancelPaymentIntent(ctx, ids.intent, params.cancellation_reason ?? null);
});
