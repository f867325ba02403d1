import { Badge } from "#components/badge.tsx";
import { type Column, Table } from "#components/table.tsx";
import { DateTime } from "#components/time.tsx";
import type { Drift } from "./changes.ts";

export function DriftsTable({ drifts }: { drifts: Drift[] }) {
  return <Table caption="Differences, newest first" columns={columns} rows={drifts} toKey={({ id }) => id} />;
}

const columns: Column<Drift>[] = [
  { title: "When", cell: ({ at }) => <DateTime at={at} /> },
  { title: "Expected", cell: ({ expected }) => expected },
  { title: "Found", cell: ({ found }) => found },
  { title: "Cause", cell: ({ cause }) => cause },
  {
    title: "State",
    cell: ({ repairedAt }) =>
      repairedAt === null ? (
        <Badge tone="warning">Open</Badge>
      ) : (
        <Badge tone="positive">
          Put right <DateTime at={repairedAt} dateOnly />
        </Badge>
      ),
  },
];
