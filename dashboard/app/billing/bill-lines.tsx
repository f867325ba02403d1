import { type Column, Table } from "#components/table.tsx";
import { DateTime } from "#components/time.tsx";
import { type Format, useFormat } from "#format.ts";
import type { InvoiceDetail } from "./billing.ts";

type Line = InvoiceDetail["lines"][number];

/** The lines of an invoice, or of what it will be. */
export function BillLines({ caption, lines }: { caption: string; lines: Line[] }) {
  const format = useFormat();
  return (
    <Table
      caption={caption}
      columns={toColumns(format)}
      rows={lines}
      toKey={(line) => `${line.description}-${line.periodStart}-${line.amount}-${line.quantity}`}
    />
  );
}

const toColumns = ({ money }: Format): Column<Line>[] => [
  {
    title: "What for",
    cell: ({ description, periodEnd, periodStart }) => (
      <>
        {description}
        <span className="block text-muted">
          <DateTime at={periodStart} dateOnly /> – <DateTime at={periodEnd} dateOnly />
        </span>
      </>
    ),
  },
  {
    title: "Amount",
    isNumber: true,
    cell: ({ amount }) => <span className="whitespace-nowrap">{money(amount)}</span>,
  },
];
