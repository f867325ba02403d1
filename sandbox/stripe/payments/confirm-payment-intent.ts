import { checkoutPaymentChanged } from "../checkout/payment-changed.ts";
import type { Context } from "../core/context.ts";
import { paymentIntentChanged } from "../invoices/payment-intent-changed.ts";
import { type Attempt, attemptPayment } from "./attempt-payment.ts";
import type { ChargeOutcome } from "./charge-customer.ts";

/** Tries to take the money, and tells the invoice that it is for. */
export function confirmPaymentIntent(ctx: Context, id: string, attempt: Attempt = {}): ChargeOutcome {
  const outcome = attemptPayment(ctx, id, attempt);
  tellInvoice(ctx, outcome);
  return outcome;
}

export function tellInvoice(ctx: Context, outcome: ChargeOutcome): void {
  const { id } = outcome.paymentIntent;
  if (ctx.db.paymentIntentRecords.get(id).invoice) paymentIntentChanged(ctx, id, outcome);
  else if (outcome.status === "succeeded") checkoutPaymentChanged(ctx, id, "paid");
  else if (outcome.status === "declined") checkoutPaymentChanged(ctx, id, "failed");
}
