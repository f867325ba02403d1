import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";
import { refresh } from "./amounts.ts";
import { toInvoiceChanges } from "./apply-invoice-fields.ts";
import { changeInvoice } from "./change-invoice.ts";
import { collectLater } from "./collect-later.ts";
import { invoiceFields } from "./invoice-fields.ts";
import { scheduleFinalization } from "./schedule-finalization.ts";

const Params = z.strictObject(invoiceFields);

const draftFields = [
  "collection_method",
  "custom_fields",
  "description",
  "discounts",
  "effective_at",
  "footer",
  "number",
  "statement_descriptor",
] as const;

export const updateInvoice = endpoint("POST", "/v1/invoices/:invoice", Params, (ctx, params, ids) => {
  const invoice = ctx.db.invoices.get(ids.invoice);
  const closed = invoice.status !== "draft" && draftFields.find((field) => params[field] !== undefined);
  if (closed)
    throw invalidRequest("Finalized invoices can't be updated in this way", {
      code: "invoice_not_editable",
      param: closed,
    });
  const changes = toInvoiceChanges(ctx, invoice, params);
  if (invoice.status !== "draft") return changeOpen(ctx, invoice, changes);
  ctx.db.invoices.change(invoice.id, changes);
  const updated = refresh(ctx, invoice);
  scheduleFinalization(ctx, updated);
  return updated;
});

/** One that begins to advance by itself is charged as if it had just been finalized; one that ends to, no more. */
function changeOpen(ctx: Context, before: Invoice, changes: Partial<Invoice>): Invoice {
  const { id, status, auto_advance } = before;
  if (status !== "open" || changes.auto_advance === auto_advance) return changeInvoice(ctx, id, changes);
  if (changes.auto_advance) return collectLater(ctx, changeInvoice(ctx, id, changes));
  ctx.unschedule("invoice.retry", id);
  return changeInvoice(ctx, id, changes);
}
