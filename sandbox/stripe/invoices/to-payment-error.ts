import type { StripeErrorBody } from "../core/errors.ts";
import type { ChargeOutcome } from "../payments/charge-customer.ts";

/** Why the invoice is not paid, as the API answers whoever asked for it. */
export function toPaymentError({ status, error, paymentIntent }: ChargeOutcome): StripeErrorBody | null {
  if (status === "requires_action")
    return {
      type: "card_error",
      code: "invoice_payment_intent_requires_action",
      message:
        "Payment for this invoice requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice.",
      payment_intent: paymentIntent,
    };
  return status === "no_payment_method" ? noPaymentMethod : error;
}

export const noPaymentMethod: StripeErrorBody = {
  type: "invalid_request_error",
  code: "resource_missing",
  message:
    "This customer has no attached payment source or default payment method. Please consider adding a default payment method.",
};
