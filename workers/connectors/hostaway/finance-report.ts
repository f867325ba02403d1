import type { ReportRequest } from "./client/finance.ts";
import type { HostawayClient } from "./client.ts";
import { roundMoney } from "./money.ts";
import type { FinanceReport } from "./schemas/finance-report.ts";
import type { ListingRow } from "./schemas/listing.ts";
import { toGuestName } from "./text.ts";

export interface ReportRow {
  currency?: string;
  property_id?: number;
  property_name?: string;
  /** What is no money: ids, dates, the channel. */
  details: Record<string, string>;
  /** Without zeros. */
  amounts: Record<string, number>;
}

/** Hostaway adds amounts of all currencies up under the name of one, so each currency gets a report of its own. */
export async function readReports(
  client: HostawayClient,
  kind: "consolidated" | "listingFinancials",
  request: Omit<ReportRequest, "listingMapIds">,
  listings: readonly ListingRow[],
  signal: AbortSignal,
): Promise<{ rows: ReportRow[]; titles: Record<string, string> }> {
  const byCurrency = Map.groupBy(listings, ({ currencyCode }) => currencyCode);
  const reports = await Promise.all(
    [...byCurrency].map(async ([currency, own]) => {
      const listingMapIds = own.map(({ id }) => id);
      const report = await client.finance.getReport(kind, { ...request, listingMapIds }, signal);
      return { currency: currency ?? report.currency, report };
    }),
  );
  const titles = reports.flatMap(({ report }) =>
    report.columns.filter(isMoney).map(({ name, title }) => [name, title ?? name] as const),
  );
  return {
    rows: reports.flatMap(({ currency, report }) => toRows(report, currency)),
    titles: Object.fromEntries(titles),
  };
}

const isMoney = ({ valueType }: FinanceReport["columns"][number]): boolean => valueType === "money";

export function toRows({ columns, rows }: FinanceReport, currency: string | undefined): ReportRow[] {
  return rows.map((cells) => {
    const row: ReportRow = { currency, details: {}, amounts: {} };
    for (const [index, column] of columns.entries()) {
      const cell = cells[index];
      if (cell === undefined || cell === null || cell === "") continue;
      if (isMoney(column)) {
        if (Number(cell) !== 0 && Number.isFinite(Number(cell))) row.amounts[column.name] = Number(cell);
      } else if (column.name === "listingName") Object.assign(row, toProperty(String(cell)));
      else row.details[column.name] = toGuestName(String(cell)) ?? "";
    }
    return row;
  });
}

/** Written as `(40160) Harbour Loft`. */
function toProperty(cell: string): Pick<ReportRow, "property_id" | "property_name"> {
  const [, id, name] = /^\((\d+)\)\s*(.*)$/.exec(cell) ?? [];
  return id === undefined ? { property_name: cell } : { property_id: Number(id), property_name: name };
}

/** Recomputed, since Hostaway's own may not fit the columns. */
export function addUp(rows: readonly ReportRow[]): { currency?: string; amounts: Record<string, number> }[] {
  return [...Map.groupBy(rows, ({ currency }) => currency)].map(([currency, own]) => {
    const amounts: Record<string, number> = {};
    for (const row of own) {
      for (const [name, amount] of Object.entries(row.amounts)) amounts[name] = (amounts[name] ?? 0) + amount;
    }
    for (const name of Object.keys(amounts)) amounts[name] = roundMoney(amounts[name] ?? 0);
    return { currency, amounts };
  });
}
