import { type Column, Table } from "#components/table.tsx";
import { DateTime } from "#components/time.tsx";
import type { Details } from "./organization-details.ts";

type Change = Details["history"][number];

/** What became of the subscription, and by whom. */
export function HistoryTable({ history }: { history: Change[] }) {
  if (history.length === 0) return <p className="text-sm text-muted">Nothing has changed yet.</p>;
  const columns: Column<Change>[] = [
    { title: "When", cell: ({ at }) => <DateTime at={at} /> },
    { title: "Change", cell: ({ kind }) => kind.replaceAll("_", " ") },
    { title: "Plan", cell: ({ fromPlan, toPlan }) => describe(fromPlan, toPlan) },
    { title: "Listings", cell: ({ fromQuantity, toQuantity }) => describe(fromQuantity, toQuantity) },
    { title: "In force from", cell: ({ effectiveAt }) => <DateTime at={effectiveAt} /> },
    {
      title: "Said with it",
      cell: ({ feedback, reason }) => [reason, feedback].filter(Boolean).join(": ") || "–",
    },
    { title: "By", cell: ({ actor }) => <code className="font-mono text-xs">{actor}</code> },
  ];
  return (
    <Table caption="Changes of the subscription" columns={columns} rows={history} toKey={({ id }) => id} />
  );
}

function describe(from: string | number | null, to: string | number | null): string {
  return from === to ? `${to ?? "–"}` : `${from ?? "none"} → ${to ?? "none"}`;
}
