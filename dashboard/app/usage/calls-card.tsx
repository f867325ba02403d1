import { ChartColumn } from "lucide-react";
import { BarChart } from "#charts/bar-chart.tsx";
import { Card } from "#components/card.tsx";
import { EmptyState } from "#components/empty-state.tsx";
import { useFormat } from "#format.ts";
import { ExportLink } from "./export-link.tsx";
import { listTimes } from "./range.ts";
import type { Usage } from "./report.ts";
import { useTimeWords } from "./time-words.ts";

/** Every tool call of the range, those included that do not count against the quota. */
export function CallsCard({ report, range }: Pick<Usage, "report" | "range">) {
  const format = useFormat();
  const { toLabel, rangeWords } = useTimeWords(range);
  const { calls, errors } = report.totals;
  const byTime = new Map(report.rows.map((row) => [row.group, row]));
  const bars = listTimes(range).map((time) => {
    const { calls = 0, errors = 0 } = byTime.get(time) ?? {};
    const to = range.by === "day" && calls > 0 ? `?day=${time}` : undefined;
    return { label: toLabel(time), to, value: calls, bad: errors };
  });
  return (
    <Card
      title={range.by === "day" ? "Calls by day" : "Calls by hour"}
      description={`${rangeWords}, in UTC: ${format.count(calls, "call")}, ${format.number(errors)} failed.`}
      actions={calls > 0 && <ExportLink by={range.by} range={range} />}
    >
      {calls === 0 ? (
        <EmptyState icon={ChartColumn} title="No calls in this time">
          Each call of a tool by an assistant or a program is counted here.
        </EmptyState>
      ) : (
        <BarChart title={range.by === "day" ? "Calls by day" : "Calls by hour"} unit="Calls" bars={bars} />
      )}
    </Card>
  );
}
