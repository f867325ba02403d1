import type { SerializeFrom } from "@remix-run/cloudflare";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import type { loader } from "#routes/operator.webhooks.tsx";
import { useOperator } from "./operator.ts";
import { OrganizationLink } from "./organization-link.tsx";

type FailingWebhook = SerializeFrom<typeof loader>["webhooks"][number];

export function WebhookTable({ webhooks }: { webhooks: FailingWebhook[] }) {
  const { now } = useOperator();
  const toTime = (at: number | null) => (at === null ? "–" : <RelativeTime at={at} now={now} />);
  const columns: Column<FailingWebhook>[] = [
    {
      title: "Organization",
      cell: ({ organization, organizationName }) => (
        <OrganizationLink id={organization} name={organizationName} />
      ),
    },
    { title: "Host", cell: ({ host }) => <code className="font-mono text-xs">{host}</code> },
    { title: "Failing since", cell: ({ failingSince }) => toTime(failingSince) },
    { title: "Switched off", cell: ({ disabledAt }) => toTime(disabledAt) },
    { title: "Looked at", cell: ({ rolledUpAt }) => toTime(rolledUpAt) },
  ];
  return <Table caption="Failing webhooks" columns={columns} rows={webhooks} toKey={({ id }) => id} />;
}
