import { LinkButton } from "#components/button.tsx";
import { ItemCard } from "#components/item-card.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useOrganization } from "#organization.ts";
import { type Webhook, WebhookState } from "./webhook-state.tsx";

export function WebhookCard({ webhook }: { webhook: Webhook }) {
  const { now } = useOrganization();
  const { createdAt, events, id, url } = webhook;
  return (
    <ItemCard titleId={id}>
      <div className="min-w-0 grow basis-80">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={id} className="font-mono text-sm font-medium wrap-anywhere">
            {url}
          </h2>
          <WebhookState webhook={webhook} />
        </div>
        <p className="mt-1 text-sm/6 text-muted">
          {events.length === 0 ? "All events" : events.join(", ")} · added{" "}
          <RelativeTime at={createdAt} now={now} />
        </p>
      </div>
      <LinkButton size="small" to={id} aria-label={`Open ${url}`}>
        Open
      </LinkButton>
    </ItemCard>
  );
}
