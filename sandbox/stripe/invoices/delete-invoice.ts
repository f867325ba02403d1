import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { assertDraft } from "./assert-status.ts";
import { linesOf } from "./lines-of.ts";

/** What it would have billed waits for the next one (assumed). */
export const deleteInvoice = endpoint(
  "DELETE",
  "/v1/invoices/:invoice",
  z.strictObject({}),
  (ctx, _, ids) => {
    const { db } = ctx;
    const invoice = db.invoices.get(ids.invoice);
    const { id, customer } = invoice;
    assertDraft(invoice);
    if (invoice.billing_reason !== "manual")
      throw invalidRequest("You can't delete invoices created by subscriptions.");
    ctx.unschedule("invoice.finalize", id);
    for (const item of db.invoiceItems.by("invoice", id)) db.invoiceItems.change(item.id, { invoice: null });
    for (const line of linesOf(db, id)) db.invoiceLines.remove(line.id);
    db.invoices.remove(id);
    ctx.emit("invoice.deleted", invoice, { customer });
    return { id, object: "invoice", deleted: true };
  },
);
