import type { Context } from "../core/context.ts";
import type { InvoiceItem } from "../core/objects.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { refresh } from "./amounts.ts";
import { assertDraft } from "./assert-status.ts";
import type { ItemFields } from "./item-fields.ts";
import { linesOf } from "./lines-of.ts";
import { toItemLine } from "./to-line.ts";
import { toNewLine } from "./to-new-line.ts";
import { toPricing } from "./to-pricing.ts";

/** Changes an item that waits, or that is on a draft. */
export function changeInvoiceItem(ctx: Context, item: InvoiceItem, fields: ItemFields): InvoiceItem {
  const draft = item.invoice ? ctx.db.invoices.get(item.invoice) : null;
  if (draft) assertDraft(draft);
  const changed = ctx.db.invoiceItems.put({
    ...item,
    ...toPriced(ctx, item, fields),
    description: fields.description ?? item.description,
    discountable: fields.discountable ?? item.discountable,
    metadata: mergeMetadata(item.metadata ?? {}, fields.metadata),
    period: fields.period ?? item.period,
  });
  if (!draft) return changed;
  const line = linesOf(ctx.db, draft.id).find((candidate) => itemOf(candidate) === item.id);
  if (line) ctx.db.invoiceLines.put({ ...toItemLine(ctx, draft.id, changed), id: line.id });
  refresh(ctx, draft);
  return changed;
}

/** What the item costs, if that is to change. */
function toPriced(ctx: Context, item: InvoiceItem, fields: ItemFields): Partial<InvoiceItem> {
  const { amount, pricing, price_data, quantity, unit_amount_decimal } = fields;
  const given = [amount, pricing, price_data, quantity, unit_amount_decimal];
  if (given.every((value) => value === undefined)) return {};
  const line = toNewLine(
    ctx,
    { ...toFields(item), ...fields, quantity: quantity ?? item.quantity },
    { currency: item.currency, subscription: null, at: item.date },
  );
  return {
    amount: line.amount,
    net_amount: line.amount,
    pricing: toPricing(line),
    quantity: line.quantity ?? 1,
    quantity_decimal: String(line.quantity ?? 1),
  };
}

/** The price that a new quantity is of, unless another one is given with it. */
function toFields({ pricing }: InvoiceItem): Pick<ItemFields, "pricing"> {
  const price = pricing?.price_details?.price;
  return price ? { pricing: { price } } : {};
}

export const itemOf = ({ parent }: ReturnType<typeof toItemLine>): string | null =>
  parent?.invoice_item_details?.invoice_item ?? parent?.subscription_item_details?.invoice_item ?? null;
