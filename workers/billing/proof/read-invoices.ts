import type Stripe from "stripe";
import { listLines } from "../invoices/list-lines.ts";
import { type BilledInvoice, toBilledInvoice } from "./billed-invoice.ts";

/** All invoices of a customer, oldest first. */
export async function readInvoices(stripe: Stripe, customer: string): Promise<BilledInvoice[]> {
  const invoices: BilledInvoice[] = [];
  for await (const invoice of stripe.invoices.list({ customer, limit: 100 })) {
    invoices.push(toBilledInvoice(invoice, await listLines(stripe, invoice)));
  }
  return invoices.sort((one, other) => one.createdAt - other.createdAt);
}
