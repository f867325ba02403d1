import { type Column, Table } from "#components/table.tsx";
import { DateTime } from "#components/time.tsx";
import { type Format, useFormat } from "#format.ts";
import { type Change, describeActor, describeChange, describeStep } from "./changes.ts";

export function ChangesTable({ changes }: { changes: Change[] }) {
  return (
    <Table
      caption="Changes of the subscription, newest first"
      columns={toColumns(useFormat())}
      rows={changes}
      toKey={({ id }) => id}
    />
  );
}

const toColumns = (format: Format): Column<Change>[] => [
  { title: "When", cell: ({ at }) => <DateTime at={at} /> },
  {
    title: "What",
    cell: (change) => (
      <>
        <span className="font-medium">{describeChange(change)}</span>
        <span className="block text-muted">{describeStep(change, format)}</span>
        {change.feedback && <span className="block text-muted">“{change.feedback}”</span>}
      </>
    ),
  },
  { title: "From", cell: ({ effectiveAt }) => <DateTime at={effectiveAt} dateOnly /> },
  { title: "Who", cell: (change) => describeActor(change) },
];
