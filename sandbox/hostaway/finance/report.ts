import { toCents } from "#sandbox/hostaway/money.ts";
import type { ReportRequest } from "./report-request.ts";

export interface Column {
  name: string;
  title: string;
  valueType: "number" | "string" | "money";
}

type Cell = string | number;

export interface Report {
  columns: Column[];
  rows: Cell[][];
}

export const sorted = ({ columns, rows }: Report, { sortBy, sortOrder }: ReportRequest): Report => {
  const index = columns.findIndex(({ name }) => name === sortBy);
  if (index === -1) return { columns, rows };
  const direction = sortOrder === "asc" ? 1 : -1;
  return { columns, rows: rows.toSorted((a, b) => direction * compare(a[index], b[index])) };
};

const compare = (a: Cell = "", b: Cell = "") =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));

/** One cell for each column: the word in the first, sums below money, 0 elsewhere. */
export const totalsOf = ({ columns, rows }: Report): Cell[] =>
  columns.map(({ valueType }, index) => {
    if (index === 0) return "Totals";
    if (valueType !== "money") return 0;
    return toCents(rows.reduce((sum, row) => sum + Number(row[index]), 0));
  });

export function toCsv({ columns, rows }: Report, delimiter: ReportRequest["delimiter"]): Response {
  const separator = delimiter === "tab" ? "\t" : ",";
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(quoted).join(separator));
  return new Response(`${lines.join("\n")}\n`, { headers: { "Content-Type": "text/csv; charset=utf-8" } });
}

const quoted = (cell: Cell) => `"${String(cell).replaceAll('"', '""')}"`;

/** Such as `Owner payout` of `ownerPayout`. */
export const titleOf = (name: string) =>
  name.charAt(0).toUpperCase() + name.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
