import type { Context } from "../core/context.ts";
import type { StripeErrorBody } from "../core/errors.ts";
import type { PaymentIntent } from "../core/objects.ts";
import { attemptPayment } from "./attempt-payment.ts";
import { type NewPaymentIntent, putPaymentIntent } from "./create-payment-intent.ts";

export interface ChargeOutcome {
  status: "succeeded" | "processing" | "requires_action" | "declined" | "no_payment_method";
  paymentIntent: PaymentIntent;
  /** Why it was declined. */
  error: StripeErrorBody | null;
}

/** Makes a payment intent and tries it at once. To try it again, see attempt-payment.ts. */
export function chargeCustomer(ctx: Context, payment: NewPaymentIntent): ChargeOutcome {
  const intent = putPaymentIntent(ctx, payment);
  const outcome = attemptPayment(ctx, intent.id);
  // Stripe tells of what came of it first.
  ctx.emit("payment_intent.created", intent, { customer: payment.customer });
  return outcome;
}
