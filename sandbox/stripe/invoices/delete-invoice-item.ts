import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { refresh } from "./amounts.ts";
import { assertDraft } from "./assert-status.ts";
import { removeItem, unassignItem } from "./remove-invoice-item.ts";

export const deleteInvoiceItem = endpoint(
  "DELETE",
  "/v1/invoiceitems/:invoiceitem",
  z.strictObject({}),
  (ctx, _, ids) => {
    const item = ctx.db.invoiceItems.get(ids.invoiceitem);
    const draft = item.invoice ? ctx.db.invoices.get(item.invoice) : null;
    if (draft) {
      assertDraft(draft);
      unassignItem(ctx, draft, item);
      refresh(ctx, draft);
    }
    removeItem(ctx, item);
    return { id: item.id, object: "invoiceitem", deleted: true };
  },
);
