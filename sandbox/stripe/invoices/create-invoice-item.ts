import type { Context } from "../core/context.ts";
import type { InvoiceItem } from "../core/objects.ts";
import type { NewLine } from "./new-line.ts";
import { toPricing } from "./to-pricing.ts";

/** An item that waits for the next invoice of its subscription, or of its customer if it has none. */
export function createInvoiceItem(
  ctx: Context,
  customer: string,
  line: NewLine,
  at: number,
  invoice: string | null = null,
): InvoiceItem {
  const item = ctx.db.invoiceItems.put({
    id: ctx.db.newId("ii_"),
    object: "invoiceitem",
    amount: line.amount,
    currency: line.currency,
    customer,
    customer_account: null,
    date: at,
    description: line.description,
    discountable: line.discountable,
    discounts: [],
    invoice,
    livemode: false,
    metadata: line.metadata ?? {},
    net_amount: line.amount,
    parent: toParent(line),
    period: line.period,
    pricing: toPricing(line),
    proration: line.proration,
    ...toProrationDetails(line),
    quantity: line.quantity ?? 1,
    quantity_decimal: String(line.quantity ?? 1),
    tax_rates: [],
    test_clock: ctx.clockOf(customer),
  });
  ctx.emit("invoiceitem.created", item, { customer });
  return item;
}

function toParent({ subscription, subscriptionItem }: NewLine): InvoiceItem["parent"] {
  if (!subscription) return null;
  const subscription_details = { subscription, subscription_item: subscriptionItem ?? undefined };
  return { type: "subscription_details", subscription_details };
}

function toProrationDetails({ proration, creditedItems }: NewLine): Pick<InvoiceItem, "proration_details"> {
  if (!proration) return {};
  const credited_items = creditedItems
    ? ({ type: "invoice_line_items", invoice_line_item_details: creditedItems } as const)
    : null;
  return { proration_details: { credited_items, discount_amounts: [] } };
}
