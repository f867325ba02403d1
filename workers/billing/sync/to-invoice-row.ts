import type Stripe from "stripe";
import type { invoices } from "#directory/schema/index.ts";
import { findItemKind } from "../prices.ts";
import { toMs } from "./to-subscription-state.ts";

export type InvoiceRow = Omit<typeof invoices.$inferInsert, "organizationId">;

/** What the list of invoices shows, of an invoice with all its lines; the rest is asked of Stripe when somebody looks. */
export function toInvoiceRow(invoice: Stripe.Invoice): InvoiceRow {
  const { status_transitions: times } = invoice;
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status ?? "draft",
    reason: invoice.billing_reason,
    currency: invoice.currency,
    total: invoice.total,
    amountDue: invoice.amount_due,
    amountPaid: invoice.amount_paid,
    quantity: toQuantity(invoice),
    periodStart: toMs(invoice.period_start),
    periodEnd: toMs(invoice.period_end),
    dueAt: invoice.due_date === null ? null : toMs(invoice.due_date),
    paidAt: times.paid_at === null ? null : toMs(times.paid_at),
    attempts: invoice.attempt_count,
    nextAttemptAt: invoice.next_payment_attempt === null ? null : toMs(invoice.next_payment_attempt),
    hostedUrl: invoice.hosted_invoice_url ?? null,
    pdfUrl: invoice.invoice_pdf ?? null,
    createdAt: toMs(invoice.created),
  };
}

/** The listings that a whole month was charged for. */
function toQuantity({ lines }: Stripe.Invoice): number | null {
  const line = lines.data.find(
    ({ pricing, parent }) =>
      parent?.subscription_item_details?.proration === false &&
      findItemKind(pricing?.price_details?.product)?.kind === "listing",
  );
  return line?.quantity ?? null;
}
