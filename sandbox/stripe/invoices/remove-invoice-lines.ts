import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { Metadata, mergeMetadata, Text } from "../wire/parameters.ts";
import { refresh } from "./amounts.ts";
import { assertDraft } from "./assert-status.ts";
import { itemOf } from "./change-invoice-item.ts";
import { removeItem, unassignItem } from "./remove-invoice-item.ts";

const Params = z.strictObject({
  invoice_metadata: Metadata.optional(),
  lines: z.array(z.strictObject({ behavior: z.enum(["delete", "unassign"]), id: Text })).min(1),
});

export const removeInvoiceLines = endpoint(
  "POST",
  "/v1/invoices/:invoice/remove_lines",
  Params,
  (ctx, params, ids) => {
    const draft = ctx.db.invoices.get(ids.invoice);
    assertDraft(draft);
    for (const { behavior, id } of params.lines) {
      const name = itemOf(ctx.db.invoiceLines.get(id, "lines"));
      if (!name) throw invalidRequest("Only the lines of invoice items can be removed.", { param: "lines" });
      const item = ctx.db.invoiceItems.get(name);
      unassignItem(ctx, draft, item);
      if (behavior === "delete") removeItem(ctx, item);
    }
    const metadata = mergeMetadata(draft.metadata ?? {}, params.invoice_metadata);
    ctx.db.invoices.change(draft.id, { metadata });
    return refresh(ctx, draft);
  },
);
