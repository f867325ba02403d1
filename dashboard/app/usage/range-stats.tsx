import { Stat, Stats } from "#components/stat.tsx";
import { useFormat } from "#format.ts";
import { toDuration } from "./duration.ts";
import type { Usage } from "./report.ts";

/** The range in four figures. */
export function RangeStats({ report }: Pick<Usage, "report">) {
  const { latency, totals } = report;
  const format = useFormat();
  const write = (ms: number | null) => (ms === null ? "–" : toDuration(ms, format));
  return (
    <Stats>
      <Stat name="Calls" value={format.number(totals.calls)}>
        {format.number(totals.billable)} count against the quota.
      </Stat>
      <Stat name="Failed" value={format.percent((totals.errors / totals.calls) * 100)}>
        {format.count(totals.errors, "call")}.
      </Stat>
      <Stat name="p50" value={write(latency.p50)}>
        Half of the calls took no longer.
      </Stat>
      <Stat name="p95" value={write(latency.p95)}>
        95 of a hundred took no longer, and 99 no longer than {write(latency.p99)}.
      </Stat>
    </Stats>
  );
}
