import type Stripe from "stripe";

/** All lines of an invoice, or of a preview of one; it shows only the first ten itself. */
export async function listLines(
  stripe: Stripe,
  { id, lines }: Stripe.Invoice,
): Promise<Stripe.InvoiceLineItem[]> {
  if (!lines.has_more) return lines.data;
  const all: Stripe.InvoiceLineItem[] = [];
  for await (const line of stripe.invoices.listLineItems(id, { limit: 100 })) all.push(line);
  return all;
}

/** The invoice with all its lines in it. */
export async function withAllLines(stripe: Stripe, invoice: Stripe.Invoice): Promise<Stripe.Invoice> {
  const data = await listLines(stripe, invoice);
  return { ...invoice, lines: { ...invoice.lines, data, has_more: false } };
}
