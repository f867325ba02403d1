import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Table } from "#components/table.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import type { Assistant } from "./assistant.ts";
import { AssistantName } from "./assistant-name.tsx";
import { AssistantReach } from "./assistant-reach.tsx";

export function AssistantTable({
  assistants,
  connections,
}: {
  assistants: Assistant[];
  connections: Record<string, string>;
}) {
  const { may, now } = useOrganization();
  const format = useFormat();
  return (
    <Card>
      <Table
        caption="Connected assistants"
        rows={assistants}
        toKey={({ id }) => id}
        columns={[
          { title: "Assistant", cell: (assistant) => <AssistantName assistant={assistant} /> },
          { title: "Let in by", cell: ({ memberName }) => memberName ?? "A former member" },
          {
            title: "May do",
            cell: (assistant) => <AssistantReach assistant={assistant} connections={connections} />,
          },
          { title: "Connected", cell: ({ createdAt }) => <RelativeTime at={createdAt} now={now} /> },
          {
            title: "Last used",
            cell: ({ lastUsedAt }) =>
              lastUsedAt === null ? "Never" : <RelativeTime at={lastUsedAt} now={now} />,
          },
          { title: "Calls", cell: ({ calls }) => format.number(calls), isNumber: true },
          {
            title: "Revoke",
            isTitleHidden: true,
            cell: ({ clientName, id }) =>
              may("grant:write") && (
                <LinkButton
                  size="small"
                  className="whitespace-nowrap"
                  to={`?dialog=revoke&grant=${id}`}
                  preventScrollReset
                  aria-label={`Revoke ${clientName}`}
                >
                  Revoke
                </LinkButton>
              ),
          },
        ]}
      />
    </Card>
  );
}
