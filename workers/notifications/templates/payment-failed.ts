import { toDate, toMoney } from "../dates.ts";
import type { EmailContent } from "../email.ts";
import { toEmail } from "./layout.ts";

interface PaymentFailed {
  organization: string;
  /** Null where Stripe names no open invoice. */
  invoice: { amount: number; currency: string; nextAttemptAt: number | null } | null;
  /** Until when the keys still work; null: they are closed. */
  openUntil: number | null;
  /** Where it can be paid. */
  url: string;
}

export function paymentFailed({ organization, invoice, openUntil, url }: PaymentFailed): EmailContent {
  const what = invoice ? `The payment of ${toMoney(invoice.amount, invoice.currency)}` : "A payment";
  const next = invoice?.nextAttemptAt ? ` It will be tried again on ${toDate(invoice.nextAttemptAt)}.` : "";
  const keys =
    openUntil === null
      ? "Until it is paid, the API keys and assistants are refused. The dashboard stays open, and nothing is lost."
      : `API keys and assistants work until ${toDate(openUntil)}. After that they are refused until it is paid.`;
  return toEmail({
    subject: `Payment failed for ${organization}`,
    paragraphs: [`${what} for ${organization} on Latchkey did not go through.${next}`, keys],
    action: { label: "Pay now", url },
    footer: "You get this because you are an owner or admin of the organization, or its billing contact.",
  });
}
