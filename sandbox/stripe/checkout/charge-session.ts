import type { Context } from "../core/context.ts";
import type { CheckoutSession } from "../core/objects.ts";
import { toAddress } from "../customers/apply-customer-fields.ts";
import { attemptPayment } from "../payments/attempt-payment.ts";
import { type ChargeOutcome, chargeCustomer } from "../payments/charge-customer.ts";
import { mergeMetadata } from "../wire/parameters.ts";

interface Payment {
  customer: string | null;
  paymentMethod: string;
  amount: number;
  currency: string;
}

/** Charges what the session costs; a payment that was declined before is tried again. The bank has been asked already. */
export function chargeSession(ctx: Context, session: CheckoutSession, payment: Payment): ChargeOutcome {
  const outcome = session.payment_intent
    ? tryAgain(ctx, session.payment_intent, payment)
    : chargeCustomer(ctx, { ...payment, offSession: false, invoice: null, ...toDetails(ctx, session) });
  if (outcome.status !== "requires_action") return outcome;
  return attemptPayment(ctx, outcome.paymentIntent.id, { authenticated: true });
}

function tryAgain(ctx: Context, intent: string, { customer, paymentMethod }: Payment): ChargeOutcome {
  ctx.db.paymentIntents.change(intent, { customer });
  return attemptPayment(ctx, intent, { paymentMethod });
}

function toDetails({ db }: Context, { id }: CheckoutSession) {
  const { payment_intent_data: data = {} } = db.checkoutRecords.get(id).data;
  return {
    description: data.description ?? null,
    metadata: mergeMetadata({}, data.metadata),
    more: {
      receipt_email: data.receipt_email ?? null,
      setup_future_usage: data.setup_future_usage ?? null,
      shipping: data.shipping ? { ...data.shipping, address: toAddress(data.shipping.address) } : null,
      statement_descriptor: data.statement_descriptor ?? null,
      statement_descriptor_suffix: data.statement_descriptor_suffix ?? null,
    },
  };
}
