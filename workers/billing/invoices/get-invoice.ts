import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { toInvoiceRow } from "../sync/to-invoice-row.ts";
import { askStripe } from "./ask-stripe.ts";
import { withAllLines } from "./list-lines.ts";
import { readInvoice } from "./read-invoice.ts";
import { showLine } from "./show-line.ts";

/** One invoice with its lines, as Stripe has them now. */
export async function getInvoice(reader: Pick<BillingContext, "env" | "id">, invoiceId: string) {
  const found = await readInvoice(reader, invoiceId);
  const invoice = (await askStripe(() => withAllLines(createStripe(reader.env), found))) ?? found;
  const { pdfUrl, ...shown } = toInvoiceRow(invoice);
  return {
    ...shown,
    subtotal: invoice.subtotal,
    amountRemaining: invoice.amount_remaining,
    startingBalance: invoice.starting_balance,
    endingBalance: invoice.ending_balance,
    hasPdf: pdfUrl !== null,
    lines: invoice.lines.data.map(showLine),
  };
}
