import type { Context } from "../core/context.ts";
import type { Database } from "../core/database.ts";
import type { Invoice, InvoicePayment, PaymentIntent } from "../core/objects.ts";
import { createPaymentIntent } from "../payments/create-payment-intent.ts";

export const paymentsOf = (db: Database, invoice: string): InvoicePayment[] =>
  db.invoicePayments.by("invoice", invoice);

export const findOpenPayment = (db: Database, invoice: string): InvoicePayment | undefined =>
  paymentsOf(db, invoice).find(({ status }) => status === "open");

/** Whether a bank is still at it. */
export const isPaymentUnderWay = (db: Database, invoice: string): boolean =>
  paymentsOf(db, invoice).some(
    ({ payment }) =>
      payment.payment_intent && db.paymentIntents.get(payment.payment_intent).status === "processing",
  );

/** What a payment intent of the invoice asks of the customer, in words that fit on a statement. */
export const toPaymentDescription = ({ billing_reason, number }: Invoice): string =>
  descriptions[billing_reason ?? ""] ?? `Payment for Invoice ${number}`;

const descriptions: Record<string, string | undefined> = {
  subscription_create: "Subscription creation",
  subscription_cycle: "Subscription update",
  subscription_update: "Subscription update",
};

/** Makes the payment intent that a customer can confirm, untried. */
export function openPayment(ctx: Context, invoice: Invoice): Invoice {
  const intent = createPaymentIntent(ctx, {
    customer: invoice.customer,
    paymentMethod: null,
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    offSession: false,
    description: toPaymentDescription(invoice),
    invoice: invoice.id,
  });
  linkPayment(ctx, invoice, intent);
  return invoice;
}

export function linkPayment(ctx: Context, invoice: Invoice, intent: PaymentIntent): void {
  ctx.db.invoicePayments.put({
    id: ctx.db.newId("inpay_"),
    object: "invoice_payment",
    amount_paid: null,
    amount_requested: intent.amount,
    created: ctx.now(invoice.customer),
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { type: "payment_intent", payment_intent: intent.id },
    status: "open",
    status_transitions: { canceled_at: null, paid_at: null },
  });
}

export function completePayment(ctx: Context, { customer }: Invoice, payment: InvoicePayment): void {
  const paid_at = ctx.now(customer);
  const paid = ctx.db.invoicePayments.change(payment.id, {
    status: "paid",
    amount_paid: payment.amount_requested,
    status_transitions: { ...payment.status_transitions, paid_at },
  });
  ctx.emit("invoice_payment.paid", paid, { customer });
}
