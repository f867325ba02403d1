import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Card } from "#components/card.tsx";
import { Table } from "#components/table.tsx";
import { useFormat } from "#format.ts";
import { toDuration } from "./duration.ts";
import { ExportLink } from "./export-link.tsx";
import { type Range, toSearch } from "./range.ts";
import type { UsageRow } from "./report.ts";
import { ShareBar } from "./share-bar.tsx";

const SHOWN = 8;

const titles = { tool: "Tool", key: "Key or assistant", member: "Member", connector: "Connector" };

/** Who or what made the calls, the busiest first. The address says which table shows all of its rows. */
export function UsageTable<Row extends UsageRow>({
  by,
  rows,
  total,
  range,
  all,
  name,
}: {
  by: keyof typeof titles;
  rows: Row[];
  total: number;
  range: Range;
  all: string | null;
  name(row: Row): ReactNode;
}) {
  const format = useFormat();
  const noun = titles[by].toLowerCase();
  const shown = all === by ? rows : rows.slice(0, SHOWN);
  return (
    <Card title={`By ${noun}`} actions={<ExportLink by={by} range={range} />}>
      <Table
        caption={`Calls by ${noun}`}
        rows={shown}
        toKey={({ group }) => group ?? ""}
        columns={[
          { title: titles[by], cell: name },
          { title: "Share", cell: ({ calls }) => <ShareBar part={calls} whole={total} /> },
          { title: "Calls", cell: ({ calls }) => format.number(calls), isNumber: true },
          { title: "Failed", cell: ({ errors }) => format.number(errors), isNumber: true },
          {
            title: "Average",
            cell: ({ averageDurationMs: ms }) => (ms === null ? "–" : toDuration(ms, format)),
            isNumber: true,
          },
        ]}
      />
      {shown.length < rows.length && (
        <Link
          to={`${toSearch(range)}&all=${by}`}
          preventScrollReset
          className="mt-3 inline-block text-sm font-medium text-accent underline-offset-2 hover:underline"
        >
          Show all {format.number(rows.length)}
        </Link>
      )}
    </Card>
  );
}
