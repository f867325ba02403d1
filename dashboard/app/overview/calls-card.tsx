import { Link } from "@remix-run/react";
import { BarChart } from "#charts/bar-chart.tsx";
import { Card } from "#components/card.tsx";
import { useFormat } from "#format.ts";
import type { Data } from "./data.ts";

export function CallsCard({ days }: { days: Data["usage"]["days"] }) {
  const format = useFormat();
  const bars = days.map(({ calls, errors, group }) => ({
    label: format.day(group ?? ""),
    value: calls,
    bad: errors,
  }));
  return (
    <Card
      title="Tool calls, latest 30 days"
      actions={
        <Link to="usage" className="rounded text-sm/6 font-medium text-accent hover:underline">
          All usage
        </Link>
      }
    >
      {bars.some(({ value }) => value > 0) ? (
        <BarChart title="Tool calls of the latest 30 days" unit="calls" bars={bars} />
      ) : (
        <p className="text-sm/6 text-muted">None yet. Each call that an assistant makes shows here.</p>
      )}
    </Card>
  );
}
