import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";
import { changeBalance } from "../customers/change-balance.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import { toInvoicePdfUrl, toInvoiceUrl } from "../pages/urls.ts";
import { addUp } from "./amounts.ts";
import { changeInvoice } from "./change-invoice.ts";
import { markPaid } from "./mark-paid.ts";
import { useUpDiscounts } from "./use-up-discounts.ts";

/** Numbers the draft and opens it for payment. One that asks for nothing is paid at once. */
export function finalizeInvoice(ctx: Context, id: string, changes: Partial<Invoice> = {}): Invoice {
  const draft = ctx.db.invoices.get(id);
  if (draft.status !== "draft")
    throw invalidRequest("This invoice is already finalized, you can't re-finalize a non-draft invoice.", {
      code: "invoice_not_editable",
    });
  ctx.unschedule("invoice.finalize", id);
  const summed = addUp(ctx, draft);
  const at = ctx.now(draft.customer);
  const { token } = ctx.db.invoiceRecords.get(id);
  const invoice = changeInvoice(
    ctx,
    id,
    {
      ...changes,
      status: "open",
      number: draft.number ?? takeNumber(ctx, draft),
      ending_balance: settleBalance(ctx, summed),
      automatically_finalizes_at: null,
      next_payment_attempt: null,
      effective_at: draft.effective_at ?? at,
      hosted_invoice_url: toInvoiceUrl(ctx, token),
      invoice_pdf: toInvoicePdfUrl(ctx, token),
      status_transitions: { ...draft.status_transitions, finalized_at: at },
      webhooks_delivered_at: draft.created,
    },
    { before: draft },
  );
  useUpDiscounts(ctx, invoice);
  ctx.emit("invoice.finalized", invoice, { customer: invoice.customer });
  if (invoice.amount_due === 0) return markPaid(ctx, invoice);
  if (invoice.due_date !== null && invoice.collection_method === "send_invoice")
    ctx.schedule("invoice.overdue", id, invoice.due_date, invoice.customer);
  return invoice;
}

function takeNumber(ctx: Context, { customer }: Invoice): string {
  const { id, invoice_prefix = "", next_invoice_sequence = 1 } = ctx.db.customers.get(customer ?? "");
  changeCustomer(ctx, id, { next_invoice_sequence: next_invoice_sequence + 1 });
  return `${invoice_prefix}-${String(next_invoice_sequence).padStart(4, "0")}`;
}

/** Uses what the customer has in hand, or puts there what the invoice gives back. Answers with what is left. */
function settleBalance(ctx: Context, invoice: Invoice): number {
  const { total, amount_due, starting_balance, currency, id } = invoice;
  const ending = total + starting_balance - amount_due;
  if (ending !== starting_balance)
    changeBalance(ctx, {
      customer: invoice.customer ?? "",
      amount: ending - starting_balance,
      currency,
      type: "applied_to_invoice",
      invoice: id,
    });
  return ending;
}
