import { element } from "../element.ts";
import type { Format } from "../format.ts";
import { type Column, type Order, type Row, sortRows } from "./report.ts";

interface Table {
  label: string;
  rows: readonly Row[];
  currency: string | undefined;
  order: Order;
  format: Format;
  onSort(order: Order): void;
}

const titles: Record<Column, string> = {
  name: "Name",
  revenue: "Revenue",
  bookings: "Bookings",
  nights: "Nights",
  rate: "Per night",
  occupancy: "Occupancy",
};

export function renderTable({ label, rows, currency, order, format, onSort }: Table): HTMLElement {
  const columns = listColumns(rows);
  const header = columns.map((column) => {
    const isSorted = order.column === column;
    const next = { column, descending: isSorted ? !order.descending : column !== "name" };
    const arrow = order.descending ? "↓" : "↑";
    return element(
      "th",
      { scope: "col", "aria-sort": isSorted && (order.descending ? "descending" : "ascending") },
      element(
        "button",
        { type: "button", "data-key": `sort-${column}`, onclick: () => onSort(next) },
        titles[column],
        isSorted && element("span", { class: "arrow", "aria-hidden": "true" }, arrow),
      ),
    );
  });
  const body = sortRows(rows, order, format.locale).map((row) =>
    element(
      "tr",
      {},
      ...columns.map((column) =>
        column === "name"
          ? element("th", { scope: "row" }, row.name)
          : element("td", {}, write(row, column, currency, format)),
      ),
    ),
  );
  return element(
    "div",
    { class: "table", role: "region", "aria-label": label, tabindex: 0, "data-key": "table" },
    element("table", {}, element("thead", {}, element("tr", {}, ...header)), element("tbody", {}, ...body)),
  );
}

const listColumns = (rows: readonly Row[]): Column[] => {
  const columns: Column[] = ["name", "revenue", "bookings", "nights", "rate"];
  return rows.some(({ occupancy }) => occupancy !== undefined) ? [...columns, "occupancy"] : columns;
};

function write(
  row: Row,
  column: Exclude<Column, "name">,
  currency: string | undefined,
  format: Format,
): string {
  const value = row[column];
  if (value === undefined) return "–";
  if (column === "revenue" || column === "rate") return format.amount(value, currency);
  return column === "occupancy" ? format.percent(value) : format.number(value);
}
