import type { Database } from "../../core/database.ts";
import type { Invoice, InvoiceLine } from "../../core/objects.ts";
import { without } from "./of-kind.ts";

const since = ["parent", "payments", "confirmation_secret", "total_taxes", "amount_overpaid"];

/** Named its subscription, payment and charge itself, and said whether it was paid. */
export function toOldInvoice(invoice: Partial<Invoice>, db: Database): object {
  const { id, parent, status, lines, total_taxes } = invoice;
  const details = parent?.subscription_details;
  const intent = findIntent(db, id);
  return {
    ...without(invoice, since),
    charge: intent?.latest_charge ?? null,
    lines: lines && { ...lines, data: lines.data.map((line) => toOldLine(line, db)) },
    paid: status === "paid",
    payment_intent: intent?.id ?? null,
    subscription: details?.subscription ?? null,
    subscription_details: details ? { metadata: details.metadata } : null,
    subscription_proration_date: details?.subscription_proration_date,
    tax: total_taxes?.reduce((sum, { amount }) => sum + amount, 0) ?? null,
  };
}

function toOldLine(line: InvoiceLine, db: Database): object {
  const { subscription_item_details: item, invoice_item_details: once } = line.parent ?? {};
  return {
    ...without(line, ["parent", "pricing", "taxes", "subtotal"]),
    price: toOldPrice(db, line.pricing),
    proration: item?.proration ?? once?.proration ?? false,
    proration_details: item?.proration_details ?? once?.proration_details ?? { credited_items: null },
    subscription_item: item?.subscription_item,
    type: once ? "invoiceitem" : "subscription",
    unit_amount_excluding_tax: line.pricing?.unit_amount_decimal ?? null,
  };
}

/** The whole price, where now there is its id. */
export function toOldPrice(db: Database, pricing: InvoiceLine["pricing"] | undefined): object | null {
  const price = pricing?.price_details?.price;
  return (price && db.prices.find(price)) || null;
}

export function invoiceOfIntent(db: Database, intent: string | null | undefined): string | null {
  const payment = db.invoicePayments.all().find((candidate) => candidate.payment.payment_intent === intent);
  return (intent && payment?.invoice) || null;
}

function findIntent(db: Database, invoice: string | undefined) {
  const payments = invoice ? db.invoicePayments.by("invoice", invoice) : [];
  const intent = payments.at(-1)?.payment.payment_intent;
  return intent ? db.paymentIntents.find(intent) : undefined;
}
