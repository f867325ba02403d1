import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Metadata, mergeMetadata, Text } from "../wire/parameters.ts";
import { refresh } from "./amounts.ts";
import { assertDraft } from "./assert-status.ts";
import { createInvoiceItem } from "./create-invoice-item.ts";
import { itemFields } from "./item-fields.ts";
import { putItemOn } from "./pending-items.ts";
import { toNewLine } from "./to-new-line.ts";

const Params = z.strictObject({
  invoice_metadata: Metadata.optional(),
  lines: z
    .array(z.strictObject({ ...itemFields, invoice_item: Text.optional() }))
    .min(1)
    .max(250),
});

/** Each line is an item: one that waits, or a new one. */
export const addInvoiceLines = endpoint(
  "POST",
  "/v1/invoices/:invoice/add_lines",
  Params,
  (ctx, params, ids) => {
    const draft = ctx.db.invoices.get(ids.invoice);
    assertDraft(draft);
    const { id, currency, customer } = draft;
    const at = ctx.now(customer);
    for (const { invoice_item, ...fields } of params.lines) {
      const line = () => toNewLine(ctx, fields, { currency, subscription: null, at });
      const item = invoice_item
        ? ctx.db.invoiceItems.get(invoice_item, "invoice_item")
        : createInvoiceItem(ctx, customer ?? "", line(), at, id);
      putItemOn(ctx, id, item);
    }
    ctx.db.invoices.change(id, { metadata: mergeMetadata(draft.metadata ?? {}, params.invoice_metadata) });
    return refresh(ctx, draft);
  },
);
