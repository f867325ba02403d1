import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Metadata, mergeMetadata, Text } from "../wire/parameters.ts";
import { refresh } from "./amounts.ts";
import { assertDraft } from "./assert-status.ts";
import { changeInvoiceItem, itemOf } from "./change-invoice-item.ts";
import { itemFields } from "./item-fields.ts";

const Params = z.strictObject({
  invoice_metadata: Metadata.optional(),
  lines: z
    .array(z.strictObject({ ...itemFields, id: Text }))
    .min(1)
    .max(250),
});

export const updateInvoiceLines = endpoint(
  "POST",
  "/v1/invoices/:invoice/update_lines",
  Params,
  (ctx, params, ids) => {
    const draft = ctx.db.invoices.get(ids.invoice);
    assertDraft(draft);
    for (const { id, ...fields } of params.lines) {
      const item = itemOf(ctx.db.invoiceLines.get(id, "lines"));
      if (!item) throw invalidRequest("Only the lines of invoice items can be updated.", { param: "lines" });
      changeInvoiceItem(ctx, ctx.db.invoiceItems.get(item), fields);
    }
    const metadata = mergeMetadata(draft.metadata ?? {}, params.invoice_metadata);
    ctx.db.invoices.change(draft.id, { metadata });
    return refresh(ctx, draft);
  },
);
