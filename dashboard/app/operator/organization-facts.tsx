import { Card } from "#components/card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { DateTime, RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOperator } from "./operator.ts";
import type { Details } from "./organization-details.ts";

export function OrganizationFacts({ organization }: { organization: Details }) {
  const { now } = useOperator();
  const format = useFormat();
  const { billingStatus, calls, createdAt, customerId, id, interval, lastCallAt, listings } = organization;
  const { members, mrr, owner, plan, rolledUpAt, schemaVersion, slug } = organization;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Card title="Organization">
        <Facts>
          <Fact name="Id">
            <code className="font-mono text-sm">{id}</code>
          </Fact>
          <Fact name="Name in addresses">{slug ?? "–"}</Fact>
          <Fact name="Made">
            <DateTime at={createdAt} />
          </Fact>
          <Fact name="Owner">{owner === null ? "–" : `${owner.name}, ${owner.email}`}</Fact>
          <Fact name="Members">{format.number(members)}</Fact>
          <Fact name="Format of its data">{schemaVersion === null ? "–" : `Version ${schemaVersion}`}</Fact>
        </Facts>
      </Card>
      <Card title="Plan and use">
        <Facts>
          <Fact name="Plan">{[plan ?? "–", interval].filter(Boolean).join(", ")}</Fact>
          <Fact name="Billing">{billingStatus?.replace("_", " ") ?? "–"}</Fact>
          <Fact name="Stripe customer">
            <code className="font-mono text-sm">{customerId ?? "–"}</code>
          </Fact>
          <Fact name="Monthly recurring revenue">{format.money(mrr)}</Fact>
          <Fact name="Listings">{listings === null ? "–" : format.number(listings)}</Fact>
          <Fact name="Calls in 30 days">{format.number(calls)}</Fact>
          <Fact name="Last call">
            {lastCallAt === null ? "–" : <RelativeTime at={lastCallAt} now={now} />}
          </Fact>
          <Fact name="Figures added up">
            {rolledUpAt === null ? "–" : <RelativeTime at={rolledUpAt} now={now} />}
          </Fact>
        </Facts>
      </Card>
    </div>
  );
}
