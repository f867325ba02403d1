import type { Invoice, InvoiceLine } from "../../core/objects.ts";
import { toPeriod, toTotals } from "../invoice-totals.ts";
import { toDay, toMoney } from "../money.ts";
import { Sheets } from "./sheets.ts";
import { wrap } from "./text-width.ts";
import { toPdf } from "./to-pdf.ts";

const columns = { quantity: 380, unit: 460 };

/** The invoice on paper. */
export function toInvoicePdf(invoice: Invoice, lines: InvoiceLine[]): string {
  const sheets = new Sheets();
  writeHead(sheets, invoice);
  writeTableHead(sheets);
  for (const line of lines) writeLine(sheets, line);
  writeTotals(sheets, invoice);
  return toPdf({ title: `Invoice ${invoice.number ?? ""}`, pages: sheets.finish() });
}

function writeHead(sheets: Sheets, invoice: Invoice): void {
  const { left, right } = sheets;
  sheets.down(18);
  sheets.text(left, "Invoice", { size: 24, bold: true });
  sheets.text(right, invoice.account_name ?? "", { size: 12, bold: true, right: true });
  sheets.down(32);
  for (const [label, value] of toFacts(invoice)) {
    sheets.text(left, label, { bold: true });
    sheets.text(left + 110, value);
    sheets.down(15);
  }
  sheets.down(12);
  sheets.text(left, "Bill to", { bold: true });
  for (const text of toBillTo(invoice).flatMap((long) => wrap(long, 10, right - left))) {
    sheets.down(14);
    sheets.text(left, text);
  }
  sheets.down(36);
  const due = toMoney(invoice.amount_remaining, invoice.currency);
  sheets.text(
    left,
    invoice.status === "open"
      ? `${due} due`
      : `${toMoney(invoice.total, invoice.currency)} ${invoice.status}`,
    {
      size: 16,
      bold: true,
    },
  );
  sheets.down(34);
}

export function toFacts(invoice: Invoice): [string, string][] {
  const { number, status, created, effective_at, due_date, status_transitions } = invoice;
  const facts: [string, string][] = [
    ["Invoice number", number ?? "None yet"],
    ["Date of issue", toDay(effective_at ?? created)],
  ];
  if (due_date) facts.push(["Date due", toDay(due_date)]);
  if (status === "paid" && status_transitions.paid_at)
    facts.push(["Date paid", toDay(status_transitions.paid_at)]);
  return facts;
}

export function toBillTo({ customer_name, customer_email, customer_address }: Invoice): string[] {
  const { line1, line2, postal_code, city, state, country } = customer_address ?? {};
  const town = [postal_code, city, state].filter(Boolean).join(" ");
  return [customer_name, line1, line2, town, country, customer_email].filter((part): part is string =>
    Boolean(part),
  );
}

function writeTableHead(sheets: Sheets): void {
  sheets.text(sheets.left, "Description", { size: 8 });
  sheets.text(columns.quantity, "Quantity", { size: 8, right: true });
  sheets.text(columns.unit, "Unit price", { size: 8, right: true });
  sheets.text(sheets.right, "Amount", { size: 8, right: true });
  sheets.down(6);
  sheets.rule();
  sheets.down(16);
}

function writeLine(sheets: Sheets, line: InvoiceLine): void {
  const texts = wrap(line.description ?? "", 10, columns.quantity - sheets.left - 50);
  const period = toPeriod(line.period, toDay);
  if (sheets.need(texts.length * 13 + 24)) writeTableHead(sheets);
  const unit = line.pricing?.unit_amount_decimal ?? null;
  if (line.quantity !== null) sheets.text(columns.quantity, String(line.quantity), { right: true });
  if (unit !== null) sheets.text(columns.unit, toMoney(Number(unit), line.currency), { right: true });
  sheets.text(sheets.right, toMoney(line.amount, line.currency), { right: true });
  for (const text of texts) {
    sheets.text(sheets.left, text);
    sheets.down(13);
  }
  if (period) {
    sheets.text(sheets.left, period, { size: 8 });
    sheets.down(13);
  }
  sheets.down(6);
}

function writeTotals(sheets: Sheets, invoice: Invoice): void {
  const rows = toTotals(invoice);
  sheets.need(rows.length * 16 + 20);
  sheets.rule();
  sheets.down(18);
  for (const [index, [label, amount]] of rows.entries()) {
    const bold = index === rows.length - 1;
    sheets.text(columns.quantity - 60, label, { bold });
    sheets.text(sheets.right, toMoney(amount, invoice.currency), { bold, right: true });
    sheets.down(16);
  }
}
