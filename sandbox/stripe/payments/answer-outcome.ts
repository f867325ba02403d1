import { invalidRequest, StripeError } from "../core/errors.ts";
import type { PaymentIntent } from "../core/objects.ts";
import type { ChargeOutcome } from "./charge-customer.ts";

/** A confirmed intent, or the refusal of the bank, after which the intent stays as the refusal left it. */
export function answerOutcome({ status, error, paymentIntent }: ChargeOutcome): PaymentIntent {
  if (error) throw new StripeError(402, error, { keepsChanges: true });
  if (status === "no_payment_method")
    throw invalidRequest(
      "You cannot confirm this PaymentIntent because it's missing a payment method. Provide one with `payment_method`, or update the PaymentIntent first.",
      { code: "payment_intent_unexpected_state" },
    );
  return paymentIntent;
}
