import type { Database } from "../../core/database.ts";
import type { InvoiceItem, Subscription } from "../../core/objects.ts";
import { invoiceOfIntent, toOldInvoice, toOldPrice } from "./before-basil-invoice.ts";
import { type Converters, convertKind, without } from "./of-kind.ts";
import type { Downgrade } from "./to-shape.ts";

const converters: Converters<Database> = {
  charge: (charge, db) => ({ ...charge, invoice: invoiceOfIntent(db, charge.payment_intent) }),
  invoice: toOldInvoice,
  invoiceitem: toOldInvoiceItem,
  payment_intent: (intent, db) => ({ ...intent, invoice: invoiceOfIntent(db, intent.id) }),
  subscription: toOldSubscription,
};

export const beforeBasil: Downgrade = (object, db) => convertKind(converters, object, db);

/** Had one period for all items, and showed the only item's price and quantity as its own. */
function toOldSubscription({ billing_mode: _, items, ...rest }: Partial<Subscription>): object {
  if (!items) return rest;
  const ends = items.data.map(({ current_period_end }) => current_period_end);
  const starts = items.data.map(({ current_period_start }) => current_period_start);
  const [only, ...others] = items.data;
  const single = others.length === 0 ? only : undefined;
  const data = items.data.map((item) => without(item, ["current_period_start", "current_period_end"]));
  return {
    ...rest,
    current_period_start: Math.max(...starts),
    current_period_end: Math.max(...ends),
    items: { ...items, data },
    plan: single?.plan ?? null,
    quantity: single?.quantity ?? null,
  };
}

function toOldInvoiceItem(item: Partial<InvoiceItem>, db: Database): object {
  const { parent, pricing, ...rest } = item;
  const details = parent?.subscription_details;
  return {
    ...without(rest, ["net_amount", "proration_details"]),
    price: toOldPrice(db, pricing),
    unit_amount_decimal: pricing?.unit_amount_decimal ?? null,
    subscription: details?.subscription ?? null,
    subscription_item: details?.subscription_item ?? null,
  };
}
