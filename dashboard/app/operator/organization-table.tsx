import type { SerializeFrom } from "@remix-run/cloudflare";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator.organizations._index.tsx";
import { useOperator } from "./operator.ts";
import { OrganizationLink } from "./organization-link.tsx";
import { OrganizationStatus } from "./organization-status.tsx";

type Organization = SerializeFrom<typeof loader>["organizations"][number];

export function OrganizationTable({ organizations }: { organizations: Organization[] }) {
  const { now } = useOperator();
  const format = useFormat();
  const columns: Column<Organization>[] = [
    {
      title: "Organization",
      cell: ({ createdAt, id, name }) => (
        <>
          <OrganizationLink id={id} name={name} />
          <span className="block text-xs text-muted">
            made <RelativeTime at={createdAt} now={now} />
          </span>
        </>
      ),
    },
    { title: "Status", cell: ({ status }) => <OrganizationStatus status={status} /> },
    { title: "Plan", cell: ({ interval, plan }) => [plan ?? "–", interval].filter(Boolean).join(", ") },
    { title: "MRR", isNumber: true, cell: ({ mrr }) => format.money(mrr) },
    {
      title: "Listings",
      isNumber: true,
      cell: ({ listings }) => (listings === null ? "–" : format.number(listings)),
    },
    { title: "Calls, 30 days", isNumber: true, cell: ({ calls }) => format.number(calls) },
    {
      title: "Last call",
      cell: ({ lastCallAt }) => (lastCallAt === null ? "–" : <RelativeTime at={lastCallAt} now={now} />),
    },
  ];
  return <Table caption="Organizations" columns={columns} rows={organizations} toKey={({ id }) => id} />;
}
