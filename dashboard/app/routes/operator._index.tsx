import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Stat, Stats } from "#components/stat.tsx";
import { RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { AlertList } from "#operator/alert-list.tsx";
import { useOperator } from "#operator/operator.ts";
import { StatusCounts } from "#operator/status-counts.tsx";

export const meta: MetaFunction = () => [{ title: "Operator overview · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { overview, health } = openApi(args).operator;
  const [figures, { alerts }] = await Promise.all([read(overview.$get()), read(health.$get())]);
  return { ...figures, alerts };
}

export default function OperatorOverviewPage() {
  const { alerts, calls, listings, mrr, organizations, rolledUpAt } = useLoaderData<typeof loader>();
  const { now } = useOperator();
  const format = useFormat();
  return (
    <>
      <PageHeader
        title="Overview"
        description={
          rolledUpAt === null ? (
            "Calls are added up once an hour; they were not yet."
          ) : (
            <>
              Calls were added up <RelativeTime at={rolledUpAt} now={now} />.
            </>
          )
        }
      />
      <AlertList alerts={alerts} />
      <div className="grid gap-6">
        <Stats>
          <Stat name="Monthly recurring revenue" value={format.money(mrr)} />
          <Stat name="Organizations" value={format.number(organizations.total)}>
            {format.number(organizations.created)} made in the latest 30 days
          </Stat>
          <Stat name="Listings" value={format.number(listings)}>
            as they were counted last
          </Stat>
          <Stat name="Tool calls in 30 days" value={format.number(calls.total)}>
            {format.number(calls.billable)} billable, {format.number(calls.errors)} with an error
          </Stat>
        </Stats>
        <Card title="Organizations by status">
          <StatusCounts byStatus={organizations.byStatus} />
        </Card>
      </div>
    </>
  );
}
