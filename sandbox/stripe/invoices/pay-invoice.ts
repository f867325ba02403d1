import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";
import { attemptPayment as attemptIntent } from "../payments/attempt-payment.ts";
import { type ChargeOutcome, chargeCustomer } from "../payments/charge-customer.ts";
import { findPaymentMethod } from "../payments/find-payment-method.ts";
import { cancelPayment } from "./cancel-payment.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { markPaid } from "./mark-paid.ts";
import type { PayResult } from "./pay-outcome.ts";
import { findOpenPayment, linkPayment, toPaymentDescription } from "./payments-of.ts";
import { settle } from "./settle.ts";

export interface Payment {
  /** In place of the one that the invoice, its subscription or its customer names. */
  paymentMethod?: string;
  offSession: boolean;
  paidOutOfBand?: boolean;
  /** By the retry schedule. */
  isRetry?: boolean;
}

/** Pays an invoice because somebody asked to; a draft is finalized first. */
export function payInvoice(ctx: Context, id: string, payment: Payment): PayResult {
  const { status } = ctx.db.invoices.get(id);
  if (status === "paid") throw invalidRequest("Invoice is already paid");
  if (status === "void")
    throw invalidRequest("This invoice can no longer be paid: it is voided.", {
      code: "invoice_not_editable",
    });
  const invoice = status === "draft" ? finalizeInvoice(ctx, id) : ctx.db.invoices.get(id);
  if (invoice.status === "paid") return { invoice, outcome: "paid", error: null };
  if (!payment.paidOutOfBand) return attemptPayment(ctx, invoice, payment);
  cancelPayment(ctx, id);
  return { invoice: markPaid(ctx, invoice), outcome: "paid", error: null };
}

/** Tries to collect what an open invoice still asks for. */
export function attemptPayment(ctx: Context, invoice: Invoice, payment: Payment): PayResult {
  return settle(ctx, invoice.id, charge(ctx, invoice, payment), payment.isRetry);
}

function charge(ctx: Context, invoice: Invoice, { paymentMethod, offSession }: Payment): ChargeOutcome {
  const method = paymentMethod ?? findMethod(ctx, invoice);
  const open = findOpenPayment(ctx.db, invoice.id);
  if (open?.payment.payment_intent)
    return attemptIntent(ctx, open.payment.payment_intent, {
      paymentMethod: method ?? undefined,
      offSession,
    });
  const outcome = chargeCustomer(ctx, {
    customer: invoice.customer,
    paymentMethod: method,
    amount: invoice.amount_remaining,
    currency: invoice.currency,
    offSession,
    description: toPaymentDescription(invoice),
    invoice: invoice.id,
  });
  linkPayment(ctx, invoice, outcome.paymentIntent);
  return outcome;
}

export function findMethod(ctx: Context, invoice: Invoice): string | null {
  const { customer, default_payment_method: own, parent } = invoice;
  if (own && ctx.db.paymentMethods.get(own).customer === customer) return own;
  const subscription = ctx.db.subscriptions.find(parent?.subscription_details?.subscription ?? "");
  return findPaymentMethod(ctx, { customer: customer ?? "", subscription });
}
