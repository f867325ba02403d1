import type { SerializeFrom } from "@remix-run/cloudflare";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator.health.tsx";
import { useOperator } from "./operator.ts";

type SlowQuery = SerializeFrom<typeof loader>["slowQueries"][number];

export function SlowQueryTable({ slowQueries }: { slowQueries: SlowQuery[] }) {
  const { now } = useOperator();
  const format = useFormat();
  if (slowQueries.length === 0) return <p className="text-sm text-muted">None.</p>;
  const columns: Column<SlowQuery>[] = [
    { title: "When", cell: ({ at }) => <RelativeTime at={at} now={now} /> },
    { title: "Took", isNumber: true, cell: ({ durationMs }) => `${format.number(durationMs)} ms` },
    { title: "Statement", cell: ({ statement }) => <code className="font-mono text-xs">{statement}</code> },
  ];
  return (
    <Table
      caption="Slow queries"
      columns={columns}
      rows={slowQueries}
      toKey={({ at, statement }) => at + statement}
    />
  );
}
