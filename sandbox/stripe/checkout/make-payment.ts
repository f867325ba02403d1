import type { Context } from "../core/context.ts";
import { missingParam, StripeError } from "../core/errors.ts";
import type { CheckoutSession } from "../core/objects.ts";
import { chargeSession } from "./charge-session.ts";
import type { Made, Payment } from "./complete-session.ts";

/** A one-time payment. */
export function makePayment(
  ctx: Context,
  session: CheckoutSession,
  { customer, paymentMethod }: Payment,
): Made {
  const { amount_total: amount, currency } = session;
  if (!amount || !currency) return { payment_status: "no_payment_required" };
  if (!paymentMethod) throw missingParam("payment_method");
  const { status, paymentIntent, error } = chargeSession(ctx, session, {
    customer,
    paymentMethod,
    amount,
    currency,
  });
  if (error) throw new StripeError(402, error);
  return {
    payment_intent: paymentIntent.id,
    payment_status: status === "processing" ? "unpaid" : "paid",
  };
}
