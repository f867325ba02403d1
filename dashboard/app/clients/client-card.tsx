import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";
import { ItemCard } from "#components/item-card.tsx";
import { RelativeTime } from "#components/time.tsx";
import { ClientIcon } from "#connect/client-icon.tsx";
import { useOrganization } from "#organization.ts";
import { type Client, type Connections, describeConnections } from "./client.ts";
import { DeadKey } from "./dead-key.tsx";

const keyStates = { active: null, expired: "Key expired", revoked: "Key deleted" } as const;

export function ClientCard({ client, connections }: { client: Client; connections: Connections }) {
  const { clientTitle, createdAt, environment, id, keyName, keyState, maskedKey, name } = client;
  const { may, now } = useOrganization();
  return (
    <ItemCard titleId={id}>
      <div className="flex min-w-0 grow basis-80 gap-4">
        <ClientIcon client={client.client} />
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 id={id} className="font-semibold wrap-anywhere">
              {name}
            </h2>
            {environment === "test" && <Badge>Test</Badge>}
            {keyStates[keyState] && <Badge tone="negative">{keyStates[keyState]}</Badge>}
          </div>
          <p className="mt-1 text-sm/6 text-muted">
            {clientTitle} · <span className="wrap-anywhere">{keyName}</span>{" "}
            <code className="font-mono text-key">{maskedKey}</code>
          </p>
          <p className="text-sm/6 text-muted">
            <span className="wrap-anywhere">{describeConnections(client, connections)}</span> · Added{" "}
            <RelativeTime at={createdAt} now={now} />
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton size="small" to={id} aria-label={`Show text for ${name}`}>
          Show text
        </LinkButton>
        {may("key:write") && (
          <>
            <LinkButton
              size="small"
              to={`?dialog=edit&client=${id}`}
              preventScrollReset
              aria-label={`Change ${name}`}
            >
              Change
            </LinkButton>
            <LinkButton
              size="small"
              to={`?dialog=remove&client=${id}`}
              preventScrollReset
              aria-label={`Remove ${name}`}
            >
              Remove
            </LinkButton>
          </>
        )}
      </div>
      <DeadKey client={client} />
    </ItemCard>
  );
}
