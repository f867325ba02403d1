import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";
import { ItemCard } from "#components/item-card.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import { type ApiKey, describeReach, useMayChange } from "./api-key.ts";

export function KeyCard({ apiKey }: { apiKey: ApiKey }) {
  const {
    calls,
    createdAt,
    createdByName,
    environment,
    expiresAt,
    graceUntil,
    id,
    lastUsedAt,
    masked,
    name,
  } = apiKey;
  const { now } = useOrganization();
  const mayChange = useMayChange();
  const format = useFormat();
  const isExpired = expiresAt !== null && expiresAt <= now;
  return (
    <ItemCard titleId={id}>
      <div className="min-w-0 grow basis-80">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={id} className="font-semibold wrap-anywhere">
            {name}
          </h2>
          <code className="font-mono text-sm text-key">{masked}</code>
          {environment === "test" && <Badge>Test</Badge>}
          {isExpired && <Badge tone="negative">Expired</Badge>}
          {graceUntil !== null && (
            <Badge tone="warning">
              Replaced, ends <RelativeTime at={graceUntil} now={now} />
            </Badge>
          )}
        </div>
        <p className="mt-1 text-sm/6 text-muted">{describeReach(apiKey)}</p>
        <p className="text-sm/6 text-muted">
          Created <RelativeTime at={createdAt} now={now} />
          {createdByName && ` by ${createdByName}`} · Last used:{" "}
          {lastUsedAt === null ? "never" : <RelativeTime at={lastUsedAt} now={now} />} ·{" "}
          {format.count(calls, "call")}
          {expiresAt !== null && !isExpired && (
            <>
              {" · Ends "}
              <RelativeTime at={expiresAt} now={now} />
            </>
          )}
        </p>
      </div>
      {mayChange(apiKey) && (
        <div className="flex flex-wrap gap-2">
          <LinkButton
            size="small"
            to={`?dialog=rename&key=${id}`}
            preventScrollReset
            aria-label={`Rename ${name}`}
          >
            Rename
          </LinkButton>
          {graceUntil === null && (
            <LinkButton
              size="small"
              to={`?dialog=regenerate&key=${id}`}
              preventScrollReset
              aria-label={`Regenerate ${name}`}
            >
              Regenerate
            </LinkButton>
          )}
          <LinkButton
            size="small"
            to={`?dialog=delete&key=${id}`}
            preventScrollReset
            aria-label={`Delete ${name}`}
          >
            Delete
          </LinkButton>
        </div>
      )}
    </ItemCard>
  );
}
