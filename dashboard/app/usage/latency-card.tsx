import { LineChart } from "#charts/line-chart.tsx";
import { Card } from "#components/card.tsx";
import { useFormat } from "#format.ts";
import { toDuration } from "./duration.ts";
import { listTimes } from "./range.ts";
import type { Usage } from "./report.ts";
import { useTimeWords } from "./time-words.ts";

/** What half, 95 and 99 of a hundred calls stayed within. */
export function LatencyCard({ report, range }: Pick<Usage, "report" | "range">) {
  const format = useFormat();
  const { toLabel } = useTimeWords(range);
  const { days, p50, p95, p99 } = report.latency;
  const write = (value: number) => toDuration(value, format);
  const byDay = new Map(days.map((row) => [row.day, row]));
  const points = listTimes(range).map((day) => {
    const { p50 = null, p95 = null, p99 = null } = byDay.get(day) ?? {};
    return { label: toLabel(day), values: [p50, p95, p99] };
  });
  const lines = [
    { title: "p50", tone: "accent", value: p50 },
    { title: "p95", tone: "warning", value: p95 },
    { title: "p99", tone: "negative", value: p99 },
  ] as const;
  return (
    <Card
      title="How long calls took"
      description="What half, 95 and 99 of a hundred calls stayed within, the connected service's time included."
    >
      <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-2">
        {lines.map(({ title, value }) => (
          <div key={title}>
            <dt className="text-sm text-muted">{title}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value === null ? "–" : write(value)}</dd>
          </div>
        ))}
      </dl>
      {range.by === "day" && (
        <LineChart title="How long calls took by day" lines={[...lines]} points={points} write={write} />
      )}
    </Card>
  );
}
