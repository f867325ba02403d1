import type { Context } from "../core/context.ts";
import type { InvoiceItem, InvoiceLine } from "../core/objects.ts";
import type { NewLine } from "./new-line.ts";
import { toPricing } from "./to-pricing.ts";

/** The line of an invoice that bills a subscription item for a period. */
export function toSubscriptionLine(ctx: Context, invoice: string, line: NewLine): InvoiceLine {
  const { quantity, subscription } = line;
  return {
    ...emptyLine(ctx, invoice, line.amount),
    currency: line.currency,
    description: line.description,
    discountable: line.discountable,
    metadata: line.metadata ?? {},
    parent: toSubscriptionParent(line),
    period: line.period,
    pricing: toPricing(line),
    quantity,
    quantity_decimal: quantity === null ? null : String(quantity),
    subscription,
  };
}

function toSubscriptionParent(line: NewLine): InvoiceLine["parent"] {
  const { subscription, subscriptionItem, proration, creditedItems } = line;
  if (!subscriptionItem) return null;
  return {
    type: "subscription_item_details",
    invoice_item_details: null,
    subscription_item_details: {
      invoice_item: null,
      proration,
      proration_details: { credited_items: creditedItems ?? null },
      subscription,
      subscription_item: subscriptionItem,
    },
  };
}

/** The line that bills an invoice item. */
export function toItemLine(ctx: Context, invoice: string, item: InvoiceItem): InvoiceLine {
  return {
    ...emptyLine(ctx, invoice, item.amount),
    currency: item.currency,
    description: item.description,
    discountable: item.discountable,
    metadata: item.metadata ?? {},
    parent: toItemParent(item),
    period: item.period,
    pricing: item.pricing,
    quantity: item.quantity,
    quantity_decimal: item.quantity_decimal,
    subscription: item.parent?.subscription_details?.subscription ?? null,
  };
}

function toItemParent(item: InvoiceItem): InvoiceLine["parent"] {
  const { subscription = null, subscription_item } = item.parent?.subscription_details ?? {};
  const details = {
    invoice_item: item.id,
    proration: item.proration,
    proration_details: {
      credited_items: item.proration_details?.credited_items?.invoice_line_item_details ?? null,
    },
    subscription,
  };
  return subscription_item
    ? {
        type: "subscription_item_details",
        invoice_item_details: null,
        subscription_item_details: { ...details, subscription_item },
      }
    : { type: "invoice_item_details", invoice_item_details: details, subscription_item_details: null };
}

const emptyLine = ({ db }: Context, invoice: string, amount: number) => ({
  id: db.newId("il_"),
  object: "line_item" as const,
  amount,
  discount_amounts: [],
  discounts: [],
  invoice,
  livemode: false,
  pretax_credit_amounts: [],
  subtotal: amount,
  taxes: [],
});
