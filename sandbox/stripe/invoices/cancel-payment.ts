import type { Context } from "../core/context.ts";
import { cancelPaymentIntent } from "../payments/cancel-payment-intent.ts";
import { findOpenPayment } from "./payments-of.ts";

/** Gives up the payment that an invoice waits for. */
export function cancelPayment(ctx: Context, invoice: string): void {
  const payment = findOpenPayment(ctx.db, invoice);
  if (!payment?.payment.payment_intent) return;
  const { canceled_at } = cancelPaymentIntent(ctx, payment.payment.payment_intent, "void_invoice");
  ctx.db.invoicePayments.change(payment.id, {
    status: "canceled",
    status_transitions: { ...payment.status_transitions, canceled_at },
  });
}
