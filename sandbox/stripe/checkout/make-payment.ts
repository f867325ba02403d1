import type { Context } from "../core/context.ts";
import { missingParam, StripeError } from "../core/errors.ts";
import type { CheckoutSession } from "../core/objects.ts";
import { toAddress } from "../customers/apply-customer-fields.ts";
import { attemptPayment } from "../payments/attempt-payment.ts";
import { chargeCustomer } from "../payments/charge-customer.ts";
import { mergeMetadata } from "../wire/parameters.ts";
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
  const { payment_intent_data: data = {} } = ctx.db.checkoutRecords.get(session.id).data;
  let { status, paymentIntent, error } = chargeCustomer(ctx, {
    customer,
    paymentMethod,
    amount,
    currency,
    offSession: false,
    description: data.description ?? null,
    invoice: null,
    metadata: mergeMetadata({}, data.metadata),
    more: {
      receipt_email: data.receipt_email ?? null,
      setup_future_usage: data.setup_future_usage ?? null,
      shipping: data.shipping ? { ...data.shipping, address: toAddress(data.shipping.address) } : null,
      statement_descriptor: data.statement_descriptor ?? null,
      statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
    },
  });
  if (status === "requires_action")
    ({ status, paymentIntent, error } = attemptPayment(ctx, paymentIntent.id, { authenticated: true }));
  if (error) throw new StripeError(402, error);
  return {
    payment_intent: paymentIntent.id,
    payment_status: status === "processing" ? "unpaid" : "paid",
  };
}
