import type { SerializeFrom } from "@remix-run/cloudflare";
import { Badge } from "#components/badge.tsx";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import type { loader } from "#routes/operator.differences.tsx";
import { useOperator } from "./operator.ts";
import { OrganizationLink } from "./organization-link.tsx";

type Drift = SerializeFrom<typeof loader>["drifts"][number];

const organization: Column<Drift> = {
  title: "Organization",
  cell: ({ organizationId }) => <OrganizationLink id={organizationId} />,
};

/** Where Stripe, Hostaway and Latchkey did not agree, about one organization or about all. */
export function DriftTable({ drifts, ofAll = false }: { drifts: Drift[]; ofAll?: boolean }) {
  const { now } = useOperator();
  if (drifts.length === 0) return <p className="text-sm text-muted">None.</p>;
  const columns: Column<Drift>[] = [
    { title: "When", cell: ({ at }) => <RelativeTime at={at} now={now} /> },
    ...(ofAll ? [organization] : []),
    {
      title: "About",
      cell: ({ cause, kind }) => (
        <>
          {kind.replaceAll("_", " ")}
          <span className="block text-muted">{cause}</span>
        </>
      ),
    },
    { title: "Expected", cell: ({ expected }) => expected },
    { title: "Found", cell: ({ found }) => found },
    {
      title: "State",
      cell: ({ repairedAt }) =>
        repairedAt === null ? <Badge tone="warning">Open</Badge> : <Badge tone="positive">Repaired</Badge>,
    },
  ];
  return <Table caption="Differences" columns={columns} rows={drifts} toKey={({ id }) => id} />;
}
