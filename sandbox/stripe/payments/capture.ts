import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Amount } from "./intent-params.ts";

const Params = z.strictObject({ amount_to_capture: Amount.optional() });

export const capture = endpoint("POST", "/v1/payment_intents/:intent/capture", Params, (ctx, params, ids) => {
  const { id, status, amount_capturable, customer, latest_charge } = ctx.db.paymentIntents.get(ids.intent);
  if (status !== "requires_capture" || !latest_charge)
    throw invalidRequest(
      `This PaymentIntent could not be captured because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
      { code: "payment_intent_unexpected_state" },
    );
  const amount = params.amount_to_capture ?? amount_capturable;
  if (amount > amount_capturable)
    throw invalidRequest("The amount to capture is greater than the amount that can be captured.", {
      code: "amount_too_large",
      param: "amount_to_capture",
    });
  const charge = ctx.db.charges.change(latest_charge, { captured: true, amount_captured: amount });
  const intent = ctx.db.paymentIntents.change(id, {
    status: "succeeded",
    amount_capturable: 0,
    amount_received: amount,
  });
  ctx.emit("charge.captured", charge, { customer });
  ctx.emit("payment_intent.succeeded", intent, { customer });
  return intent;
});
