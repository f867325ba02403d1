import type { Database } from "../core/database.ts";
import type { Invoice, InvoiceLine } from "../core/objects.ts";

/** All lines of an invoice, which itself shows the first of them only. */
export const linesOf = (db: Database, invoice: string): InvoiceLine[] =>
  db.invoiceLines.by("invoice", invoice);

/** All invoices of a subscription, oldest first. */
export const invoicesOf = (db: Database, { id, customer }: { id: string; customer: string }): Invoice[] =>
  db.invoices
    .by("customer", customer)
    .filter(({ parent }) => parent?.subscription_details?.subscription === id);
