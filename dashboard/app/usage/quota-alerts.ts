import type { Format } from "#format.ts";
import type { Report } from "./report.ts";

const levels = [80, 90, 100];

/** Which of the alerts have gone out this period, and what comes next. */
export function describeAlerts(
  { overage, percent }: Pick<Report["overview"], "overage" | "percent">,
  format: Pick<Format, "number" | "percent">,
): string {
  const next = levels.find((level) => level > percent);
  const last = levels.findLast((level) => level <= percent);
  if (next === undefined) {
    return overage.mode === "bill"
      ? `All is used. ${format.number(overage.calls)} more calls are billed.`
      : "All is used. Further calls are refused until it resets.";
  }
  const passed = last === undefined ? "None yet" : `${format.percent(last)} was passed`;
  return `${passed}; the next comes at ${format.percent(next)}.`;
}
