import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { openApi, read } from "#api.server.ts";
import { Card } from "#components/card.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { Stat, Stats } from "#components/stat.tsx";
import { useFormat } from "#format.ts";
import { AlertList } from "#operator/alert-list.tsx";
import { JobTable } from "#operator/job-table.tsx";
import { SlowQueryTable } from "#operator/slow-query-table.tsx";

export const meta: MetaFunction = () => [{ title: "Health · Latchkey" }];

export function loader(args: LoaderFunctionArgs) {
  return read(openApi(args).operator.health.$get());
}

export default function HealthPage() {
  const { alerts, calls, jobs, slowQueries, version } = useLoaderData<typeof loader>();
  const format = useFormat();
  return (
    <>
      <PageHeader title="Health" description={`Latchkey ${version}`} />
      <AlertList alerts={alerts} />
      <div className="grid gap-6">
        <Stats>
          <Stat name="Calls in the last full hour" value={format.number(calls.hour.calls)}>
            {format.number(calls.hour.errors)} with an error
          </Stat>
          <Stat name="Calls today and yesterday" value={format.number(calls.day.calls)}>
            {format.number(calls.day.errors)} with an error
          </Stat>
        </Stats>
        <Card title="Jobs">
          <JobTable jobs={jobs} />
        </Card>
        <Card
          title="Slow queries"
          description="The latest 20 that took more than a second, without the values they were given."
        >
          <SlowQueryTable slowQueries={slowQueries} />
        </Card>
      </div>
    </>
  );
}
