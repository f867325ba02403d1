import type { ProvenBill, ProvenInvoice } from "#billing/proof/compare-bills.ts";
import type { ExpectedLine } from "#billing/proof/expected-line.ts";

/** A proven bill as a person reads it: each line with its cause, and what does not agree. */
export function toBillText({ invoices, waiting, balance, differences, found }: ProvenBill): string {
  const parts = [
    ...invoices.flatMap(toInvoiceText),
    ...(waiting.length > 0
      ? ["For the next invoice", ...waiting.map((line) => `  ${toLineText(line)}`)]
      : []),
    ...differences.map((difference) => `DIFFERENT ${difference}`),
    `Balance at the end: ${toMoney(balance)}`,
    found === 0
      ? "Everything agrees to the cent."
      : `${found} ${found === 1 ? "difference" : "differences"}.`,
  ];
  return parts.join("\n");
}

function toInvoiceText(invoice: ProvenInvoice): string[] {
  const { number, invoiceId, status, createdAt, total, due, startingBalance, endingBalance } = invoice;
  return [
    `Invoice ${number ?? invoiceId} of ${toDay(createdAt)}, ${status}`,
    ...invoice.lines.flatMap(({ expected, billed, difference }) => {
      const texts = [
        expected && `  ${toLineText(expected)}`,
        difference && `    DIFFERENT ${difference}`,
        difference &&
          billed &&
          `    at Stripe: ${toMoney(billed.amount)}  ${billed.quantity} ×, ${billed.description}`,
        // Nobody has to pay it: a change of plan that was never made.
        !expected &&
          !difference &&
          `  ${toMoney(billed?.amount ?? 0)}  ${billed?.description} (nothing came of it)`,
      ];
      return texts.filter((text) => typeof text === "string");
    }),
    ...invoice.differences.map((difference) => `    DIFFERENT ${difference}`),
    `  total ${toMoney(total)}, due ${toMoney(due)}, balance ${toMoney(startingBalance)} before and ${toMoney(endingBalance)} after`,
  ];
}

function toLineText({ amount, quantity, plan, kind, start, end, cause }: ExpectedLine): string {
  return `${toMoney(amount)}  ${quantity} × ${plan} ${kind}, ${toDay(start)} to ${toDay(end)}: ${cause}`;
}

const toDay = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 10);

function toMoney(cents: number): string {
  const amount = `$${(Math.abs(cents) / 100).toFixed(2)}`;
  return cents < 0 ? `-${amount}` : amount;
}
