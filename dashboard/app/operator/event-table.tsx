import type { SerializeFrom } from "@remix-run/cloudflare";
import { Badge, type Tone } from "#components/badge.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator.events.tsx";
import { useOperator } from "./operator.ts";
import { OrganizationLink } from "./organization-link.tsx";

type StripeEvent = SerializeFrom<typeof loader>["events"][number];

const tones: Record<StripeEvent["state"], Tone> = {
  processing: "accent",
  completed: "positive",
  failed: "negative",
  ignored: "neutral",
};

export function EventTable({ events }: { events: StripeEvent[] }) {
  const { now } = useOperator();
  const format = useFormat();
  const columns: Column<StripeEvent>[] = [
    { title: "Received", cell: ({ receivedAt }) => <RelativeTime at={receivedAt} now={now} /> },
    {
      title: "Event",
      cell: ({ customerId, error, id, objectId, type }) => (
        <>
          <code className="block font-mono text-xs/5 font-medium">{type}</code>
          <span className="block font-mono text-xs/5 text-muted">
            {[id, objectId, customerId].filter(Boolean).join(" ")}
          </span>
          {error !== null && <span className="block text-negative">{error}</span>}
        </>
      ),
    },
    {
      title: "Organization",
      cell: ({ organization }) => (organization === null ? "–" : <OrganizationLink id={organization} />),
    },
    {
      title: "State",
      cell: ({ attempts, state }) => (
        <>
          <Badge tone={tones[state]}>{state}</Badge>
          {attempts > 1 && (
            <span className="block text-xs/6 text-muted">{format.number(attempts)} attempts</span>
          )}
        </>
      ),
    },
    {
      title: "Replay",
      isTitleHidden: true,
      isNumber: true,
      cell: ({ id }) => (
        <ActionForm intent="replay" about={id}>
          <SubmitButton size="small" variant="secondary" busy="Replaying…">
            Replay
          </SubmitButton>
        </ActionForm>
      ),
    },
  ];
  return <Table caption="Events" columns={columns} rows={events} toKey={({ id }) => id} />;
}
