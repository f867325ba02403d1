import type { Context } from "../core/context.ts";
import { changeInvoiceItem } from "./change-invoice-item.ts";
import { createInvoiceItem } from "./create-invoice-item.ts";
import type { PreviewItem } from "./preview-params.ts";
import { toNewLine } from "./to-new-line.ts";

/** Puts the items of a preview where the invoice will find them. */
export function addPreviewItems(
  ctx: Context,
  customer: string,
  { items, subscription }: { items: PreviewItem[]; subscription: string | null },
): void {
  const at = ctx.now(customer);
  const { currency: settled } = ctx.db.customers.get(customer);
  for (const { invoiceitem, currency, price, ...given } of items) {
    const fields = price ? { ...given, pricing: { price } } : given;
    if (invoiceitem) changeInvoiceItem(ctx, ctx.db.invoiceItems.get(invoiceitem, "invoiceitem"), fields);
    else
      createInvoiceItem(
        ctx,
        customer,
        toNewLine(ctx, fields, { currency: currency ?? settled ?? undefined, subscription, at }),
        at,
      );
  }
}
