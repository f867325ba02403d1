import { Plug, Plus } from "lucide-react";
import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import type { Connection, Connector, Member } from "./connection.ts";
import { ConnectionRow } from "./connection-row.tsx";
import type { Tested } from "./test-result.tsx";

/** Something that can be connected: what its tools do, and the accounts that are connected. */
export function ConnectorCard({
  connector: { name, summary, title, toolsets },
  connections,
  members,
  tested,
}: {
  connector: Connector;
  connections: Connection[];
  members: Member[] | null;
  tested: Tested | null;
}) {
  const { may } = useOrganization();
  const format = useFormat();
  const isEmpty = connections.length === 0;
  const connect = may("connection:write") && (
    <LinkButton
      to={`?dialog=connect&connector=${name}`}
      preventScrollReset
      variant={isEmpty ? "primary" : "secondary"}
    >
      <Plus aria-hidden="true" className="size-4" />
      {isEmpty ? `Connect ${title}` : "Connect another account"}
    </LinkButton>
  );
  return (
    <Card title={title} description={summary} actions={!isEmpty && connect}>
      <ul aria-label={`Tools of ${title}`} className="mb-4 flex flex-wrap gap-2">
        {toolsets.map((toolset) => (
          <li key={toolset.name} title={toolset.summary}>
            <Badge>
              {toolset.title} {format.number(toolset.reads + toolset.writes)}
            </Badge>
          </li>
        ))}
      </ul>
      {isEmpty ? (
        <EmptyState icon={Plug} title={`No ${title} account connected`} actions={connect}>
          {may("connection:write")
            ? "The credential is tried before it is kept, stored encrypted, and never shown again."
            : "An owner or admin of the organization connects one."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {connections.map((connection) => (
            <li key={connection.id}>
              <ConnectionRow
                connection={connection}
                members={members}
                tested={tested?.id === connection.id ? tested : null}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
