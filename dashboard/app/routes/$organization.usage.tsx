import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { type ShouldRevalidateFunctionArgs, useLoaderData, useSearchParams } from "@remix-run/react";
import { read, requireOrganization } from "#api.server.ts";
import { PageHeader } from "#components/page-header.tsx";
import { readMembership } from "#membership.server.ts";
import { CallsCard } from "#usage/calls-card.tsx";
import { ErrorTable } from "#usage/error-table.tsx";
import { LatencyCard } from "#usage/latency-card.tsx";
import { PeriodStats } from "#usage/period-stats.tsx";
import { toRange } from "#usage/range.ts";
import { RangeChoice } from "#usage/range-choice.tsx";
import { RangeStats } from "#usage/range-stats.tsx";
import { UsageTable } from "#usage/usage-table.tsx";

export const meta: MetaFunction = () => [{ title: "Usage · Latchkey" }];

export async function loader(args: LoaderFunctionArgs) {
  const { api, param } = requireOrganization(args);
  const { may, now } = await readMembership(args);
  const range = toRange(new URL(args.request.url).searchParams, now);
  const { from, to, by } = range;
  const bill = may("billing:read")
    ? read(api.billing.upcoming.$get({ param })).then(
        ({ projected }) => ({ projected }),
        () => null,
      )
    : null;
  const report = await read(api.usage.report.$get({ param, query: { from, to, by } }));
  return { report, range, bill };
}

/** Showing more rows of a table needs no new report: there are ten a minute. */
export function shouldRevalidate({
  currentUrl: { searchParams: before },
  nextUrl: { searchParams: after },
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isSameRange = ["day", "days"].every((name) => before.get(name) === after.get(name));
  return defaultShouldRevalidate && !(isSameRange && before.get("all") !== after.get("all"));
}

export default function UsagePage() {
  const { report, range, bill } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const table = { total: report.totals.calls, range, all: search.get("all") };
  return (
    <>
      <PageHeader title="Usage" description="Every call of a tool, as the log and the bill count it." />
      <PeriodStats report={report} bill={bill} />
      <RangeChoice range={range} />
      <div className="grid gap-6">
        <CallsCard report={report} range={range} />
        {report.totals.calls > 0 && (
          <>
            <RangeStats report={report} />
            {range.by === "day" && <LatencyCard report={report} range={range} />}
            <UsageTable
              {...table}
              by="tool"
              rows={report.tools}
              name={({ group }) => <code className="font-mono">{group}</code>}
            />
            <UsageTable
              {...table}
              by="key"
              rows={report.keys}
              name={({ name, masked }) => (
                <>
                  {name ?? "A former key or assistant"}{" "}
                  {masked && <code className="font-mono text-key">{masked}</code>}
                </>
              )}
            />
            <UsageTable
              {...table}
              by="member"
              rows={report.members}
              name={({ group, name }) => name ?? (group === null ? "Keys of no member" : "A former member")}
            />
            <UsageTable
              {...table}
              by="connector"
              rows={report.connectors}
              name={({ group }) => group ?? "None: Latchkey's own tools"}
            />
            <ErrorTable report={report} />
          </>
        )}
      </div>
    </>
  );
}
