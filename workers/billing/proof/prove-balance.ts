import type { BilledInvoice } from "./billed-invoice.ts";

/** What an invoice comes to, and what is in the customer's hand before and after. Cents; a credit is negative. */
export interface ProvenBalance {
  invoiceId: string;
  total: number;
  due: number;
  startingBalance: number;
  endingBalance: number;
  differences: string[];
}

/** Follows the customer's balance through all of its invoices. `totals` are what the ledger says that each comes to. */
export function proveBalances(invoices: BilledInvoice[], totals: Map<string, number>): ProvenBalance[] {
  let balance = 0;
  return [...invoices].sort(byFinalization).map((invoice) => {
    const total = totals.get(invoice.id) ?? 0;
    const startingBalance = balance;
    const due = Math.max(0, total + startingBalance);
    const endingBalance = total + startingBalance - due;
    // A draft has taken nothing yet, and a void invoice has given back what it took.
    if (invoice.finalizedAt !== null && invoice.status !== "void") balance = endingBalance;
    const proven = { invoiceId: invoice.id, total, due, startingBalance, endingBalance };
    return { ...proven, differences: compare(proven, invoice) };
  });
}

/** What the customer has in hand after all of them. */
export function toLastBalance(balances: ProvenBalance[], invoices: BilledInvoice[]): number {
  const isSettled = ({ invoiceId }: ProvenBalance) =>
    invoices.some(
      ({ id, finalizedAt, status }) => id === invoiceId && finalizedAt !== null && status !== "void",
    );
  return balances.findLast(isSettled)?.endingBalance ?? 0;
}

function compare(proven: Omit<ProvenBalance, "differences">, invoice: BilledInvoice): string[] {
  const found: [string, number, number | null][] = [
    ["total", proven.total, invoice.total],
    ["amount due", proven.due, invoice.amountDue],
    ["balance before", proven.startingBalance, invoice.startingBalance],
  ];
  if (invoice.finalizedAt !== null)
    found.push(["balance after", proven.endingBalance, invoice.endingBalance]);
  if (invoice.status === "paid") found.push(["amount paid", proven.due, invoice.amountPaid]);
  return found
    .filter(([, expected, billed]) => expected !== billed)
    .map(([name, expected, billed]) => `The ${name} is ${billed} at Stripe and ${expected} by the ledger.`);
}

/** The order in which they met the balance; drafts come last. */
function byFinalization(one: BilledInvoice, other: BilledInvoice): number {
  const at = ({ finalizedAt }: BilledInvoice) => finalizedAt ?? Infinity;
  return at(one) === at(other) ? one.createdAt - other.createdAt : at(one) - at(other);
}
