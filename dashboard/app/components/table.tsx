import type { ReactNode } from "react";

export interface Column<Row> {
  title: string;
  cell(row: Row): ReactNode;
  isNumber?: boolean;
  /** Its title is for screen readers only, as that of a column of buttons. */
  isTitleHidden?: boolean;
}

/** A table; on narrow screens each row is a block of its own, with each cell's title beside it. */
export function Table<Row>({
  caption,
  columns,
  rows,
  toKey,
}: {
  /** For screen readers. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  toKey(row: Row): string;
}) {
  return (
    <table className="w-full text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-b border-line text-left text-muted max-md:sr-only">
        <tr>
          {columns.map(({ title, isNumber, isTitleHidden }) => (
            <th
              key={title}
              scope="col"
              className={`px-3 py-2 font-medium first:pl-0 last:pr-0 ${isNumber ? "text-right" : ""}`}
            >
              {isTitleHidden ? <span className="sr-only">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line max-md:block">
        {rows.map((row) => (
          <tr key={toKey(row)} className="max-md:block max-md:py-3">
            {columns.map(({ title, cell, isNumber, isTitleHidden }) => (
              <td
                key={title}
                className={`px-3 py-2.5 align-middle first:pl-0 last:pr-0 max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:px-0 max-md:py-1 ${isNumber ? "text-right whitespace-nowrap tabular-nums" : ""}`}
              >
                {!isTitleHidden && (
                  <span aria-hidden="true" className="shrink-0 text-muted md:hidden">
                    {title}
                  </span>
                )}
                <span className="min-w-0 wrap-anywhere">{cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
