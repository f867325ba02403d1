import type { SerializeFrom } from "@remix-run/cloudflare";
import { Badge, type Tone } from "#components/badge.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { type Column, Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.settings.webhooks.$webhook.tsx";

type Delivery = SerializeFrom<typeof loader>["deliveries"][number];

const tones: Record<Delivery["state"], Tone> = {
  pending: "neutral",
  delivered: "positive",
  failed: "negative",
};

export function DeliveryList({ deliveries }: { deliveries: Delivery[] }) {
  const { now } = useOrganization();
  const format = useFormat();
  if (deliveries.length === 0) {
    return (
      <p className="text-sm text-muted">Nothing was sent yet. A test shows whether your service answers.</p>
    );
  }
  const columns: Column<Delivery>[] = [
    { title: "When", cell: ({ createdAt }) => <RelativeTime at={createdAt} now={now} /> },
    { title: "Event", cell: ({ type }) => <code className="font-mono text-xs">{type}</code> },
    { title: "State", cell: ({ state }) => <Badge tone={tones[state]}>{state}</Badge> },
    {
      title: "Answer",
      cell: ({ durationMs, error, nextAttemptAt, status }) => (
        <>
          {status ?? error ?? "–"}
          {durationMs !== null && <span className="text-muted"> in {format.number(durationMs)} ms</span>}
          {nextAttemptAt !== null && (
            <span className="block text-muted">
              again <RelativeTime at={nextAttemptAt} now={now} />
            </span>
          )}
        </>
      ),
    },
    { title: "Attempts", isNumber: true, cell: ({ attempts }) => format.number(attempts) },
    {
      title: "Send again",
      isTitleHidden: true,
      isNumber: true,
      cell: ({ id }) => (
        <ActionForm intent="redeliver" about={id}>
          <SubmitButton size="small" variant="secondary" busy="Sending…">
            Send again
          </SubmitButton>
        </ActionForm>
      ),
    },
  ];
  return <Table caption="Deliveries" columns={columns} rows={deliveries} toKey={({ id }) => id} />;
}
