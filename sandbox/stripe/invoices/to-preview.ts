import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { linesOf } from "./lines-of.ts";

/** An invoice that was made in a rehearsal, as the preview of it. */
export function toPreview(ctx: Context, invoice: Invoice, prorationDate?: number): Invoice {
  const id = `upcoming_${invoice.id}`;
  const { amount_due, total, starting_balance, parent } = invoice;
  const details = parent?.subscription_details;
  const dated = details && prorationDate !== undefined;
  return {
    ...invoice,
    id,
    amount_paid: 0,
    amount_remaining: amount_due,
    attempt_count: 0,
    attempted: false,
    auto_advance: true,
    billing_reason: "upcoming",
    effective_at: null,
    ending_balance: total + starting_balance - amount_due,
    hosted_invoice_url: null,
    invoice_pdf: null,
    lines: {
      object: "list",
      data: linesOf(ctx.db, invoice.id).map((line) => ({
        ...line,
        id: line.id.replace("il_", "il_tmp_"),
        invoice: id,
      })),
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    next_payment_attempt: invoice.automatically_finalizes_at,
    number: null,
    parent: dated
      ? { ...parent, subscription_details: { ...details, subscription_proration_date: prorationDate } }
      : parent,
    status: "draft",
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    webhooks_delivered_at: null,
  };
}
