import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";
import { readInvoice } from "./read-invoice.ts";

/** Where Stripe has the PDF of an invoice, for whoever holds the address. */
export async function getInvoicePdf(
  reader: Pick<BillingContext, "env" | "id">,
  invoiceId: string,
): Promise<string> {
  const { invoice_pdf: url } = await readInvoice(reader, invoiceId);
  if (!url) {
    throw new AppError("conflict", "A draft has no PDF: it comes with the final invoice, in about an hour.", {
      whoCanFix: "time",
    });
  }
  // An address that led elsewhere would make of this route a redirect to anywhere.
  if (!isStripes(new URL(url), getConfig(reader.env).stripe?.url)) throw new AppError("upstream_unavailable");
  return url;
}

function isStripes({ protocol, hostname, origin }: URL, standIn: string | undefined): boolean {
  if (standIn !== undefined) return origin === new URL(standIn).origin;
  return protocol === "https:" && (hostname === "stripe.com" || hostname.endsWith(".stripe.com"));
}
