import { toMoney } from "../dates.ts";
import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface InvoicePaid {
  organization: string;
  number: string;
  amount: number;
  currency: string;
  url: string;
}

export function invoicePaid({ organization, number, amount, currency, url }: InvoicePaid): EmailContent {
  return toEmail({
    subject: `Invoice ${number} for ${organization}: ${toMoney(amount, currency)}, paid`,
    paragraphs: [`Thank you. Invoice ${number} for ${organization} on Latchkey is paid.`],
    action: { label: "View invoice", url },
    footer: "You get this because invoices are mailed to you. The Billing page turns that off.",
  });
}
