import type { Meter } from "../core/objects.ts";
import type { MeterEventRecord } from "../core/records.ts";

/** What a meter makes of some events, which are in the order they came in. */
export function aggregate({ default_aggregation }: Meter, events: MeterEventRecord[]): number {
  if (default_aggregation.formula === "count") return events.length;
  if (default_aggregation.formula === "last") return toLast(events)?.value ?? 0;
  // Values may have decimals, whose sum in binary would not be theirs.
  return Number(events.reduce((total, { value }) => total + value, 0).toFixed(9));
}

const toLast = (events: MeterEventRecord[]) => events.toSorted((a, b) => a.timestamp - b.timestamp).at(-1);
