import { LineChart } from "#charts/line-chart.tsx";
import { Card } from "#components/card.tsx";
import { useFormat } from "#format.ts";
import { toDuration } from "./duration.ts";
import { listTimes } from "./range.ts";
import type { Usage } from "./report.ts";
import { useTimeWords } from "./time-words.ts";

const title = "How long calls took by day";

export function LatencyCard({ report, range }: Pick<Usage, "report" | "range">) {
  const format = useFormat();
  const { toLabel } = useTimeWords(range);
  const byDay = new Map(report.latency.days.map((row) => [row.day, row]));
  const points = listTimes(range).map((day) => {
    const { p50 = null, p95 = null, p99 = null } = byDay.get(day) ?? {};
    return { label: toLabel(day), values: [p50, p95, p99] };
  });
  return (
    <Card
      title={title}
      description="What half, 95 and 99 of a hundred calls stayed within, the connected service's time included."
    >
      <LineChart
        title={title}
        lines={[
          { title: "p50", tone: "positive" },
          { title: "p95", tone: "accent" },
          { title: "p99", tone: "negative" },
        ]}
        points={points}
        write={(ms) => toDuration(ms, format)}
      />
    </Card>
  );
}
