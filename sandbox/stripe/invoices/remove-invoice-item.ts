import type { Context } from "../core/context.ts";
import type { Invoice, InvoiceItem } from "../core/objects.ts";
import { itemOf } from "./change-invoice-item.ts";
import { linesOf } from "./lines-of.ts";

/** Takes the item off its draft, to wait again. */
export function unassignItem({ db }: Context, draft: Invoice, item: InvoiceItem): void {
  for (const line of linesOf(db, draft.id)) if (itemOf(line) === item.id) db.invoiceLines.remove(line.id);
  db.invoiceItems.change(item.id, { invoice: null });
}

export function removeItem(ctx: Context, item: InvoiceItem): void {
  ctx.db.invoiceItems.remove(item.id);
  ctx.emit("invoiceitem.deleted", item, { customer: item.customer });
}
