import type { Invoice } from "../core/objects.ts";

/** The rows below the lines: what each is called, and its amount. */
export function toTotals(invoice: Invoice): [string, number][] {
  const discount = sum(invoice.total_discount_amounts);
  const tax = sum(invoice.total_taxes);
  const balance = invoice.amount_due - invoice.total;
  const rows: [string, number][] = [["Subtotal", invoice.subtotal]];
  if (discount) rows.push(["Discount", -discount]);
  if (tax) rows.push(["Tax", tax]);
  rows.push(["Total", invoice.total]);
  if (balance) rows.push([balance < 0 ? "Applied balance" : "Added to balance", balance]);
  if (invoice.amount_paid) rows.push(["Amount paid", -invoice.amount_paid]);
  rows.push(["Amount due", invoice.status === "void" ? 0 : invoice.amount_remaining]);
  return rows;
}

const sum = (amounts: { amount: number }[] | null) =>
  (amounts ?? []).reduce((total, { amount }) => total + amount, 0);

/** The days that a line is for; null where it is for one moment. */
export function toPeriod(
  { start, end }: { start: number; end: number },
  toDay: (seconds: number) => string,
): string | null {
  return start === end ? null : `${toDay(start)} – ${toDay(end)}`;
}
