import type { SerializeFrom } from "@remix-run/cloudflare";
import { Card } from "#components/card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { type Column, Table } from "#components/table.tsx";
import { useFormat } from "#format.ts";
import type { loader } from "#routes/operator.plans.tsx";

type Plan = SerializeFrom<typeof loader>["plans"][number];
type Price = Plan["prices"][number];

const columns: Column<Price>[] = [
  { title: "Price", cell: ({ kind }) => kind },
  { title: "Per", cell: ({ interval }) => interval },
  {
    title: "At Stripe",
    cell: ({ priceId }) => <code className="font-mono text-xs">{priceId ?? "not there"}</code>,
  },
];

export function PlanCard({ plan }: { plan: Plan }) {
  const { features, name, overagePerThousand, price, pricePerListing, prices, slug, summary, trialDays } =
    plan;
  const format = useFormat();
  const toMoney = (cents: number | null) => (cents === null ? "–" : format.money(cents));
  return (
    <Card title={name} description={summary}>
      <Facts>
        <Fact name="Base">
          {format.money(price.month)} a month, {format.money(price.year)} a year
        </Fact>
        <Fact name="Per listing and month">{toMoney(pricePerListing)}</Fact>
        <Fact name="Per thousand calls over the quota">{toMoney(overagePerThousand)}</Fact>
        <Fact name="Trial">{trialDays === 0 ? "None" : `${trialDays} days`}</Fact>
        <Fact name="Tool calls a month">{format.number(features.toolCalls)}</Fact>
        <Fact name="Listings">{features.listings === null ? "All" : format.number(features.listings)}</Fact>
        <Fact name="Writes">{features.readOnly ? "No" : "Yes"}</Fact>
        <Fact name="Members">{format.number(features.members)}</Fact>
        <Fact name="API keys">{format.number(features.apiKeys)}</Fact>
        <Fact name="Connections">{format.number(features.connections)}</Fact>
        <Fact name="Client configurations">{format.number(features.clientConfigurations)}</Fact>
        <Fact name="Webhooks">{format.number(features.webhookEndpoints)}</Fact>
        <Fact name="Activity is kept">{format.number(features.auditDays)} days</Fact>
      </Facts>
      {prices.length > 0 && (
        <div className="mt-5">
          <Table
            caption={`Prices of ${name} at Stripe`}
            columns={columns}
            rows={prices}
            toKey={({ interval, kind }) => `${slug}-${kind}-${interval}`}
          />
        </div>
      )}
    </Card>
  );
}
