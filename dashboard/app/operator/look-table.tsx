import type { SerializeFrom } from "@remix-run/cloudflare";
import { type Column, Table } from "#components/table.tsx";
import { DateTime } from "#components/time.tsx";
import type { loader } from "#routes/operator.looks.tsx";

type Look = SerializeFrom<typeof loader>["looks"][number];

const columns: Column<Look>[] = [
  { title: "When", cell: ({ at }) => <DateTime at={at} /> },
  { title: "Who", cell: ({ email }) => email },
  { title: "What", cell: ({ operation }) => <code className="font-mono text-xs">{operation}</code> },
  { title: "At", cell: ({ target }) => <code className="font-mono text-xs">{target ?? "–"}</code> },
  { title: "From", cell: ({ ip }) => ip ?? "–" },
];

export function LookTable({ looks }: { looks: Look[] }) {
  return <Table caption="Looks" columns={columns} rows={looks} toKey={({ id }) => id} />;
}
