import { addInterval, type Interval } from "../subscriptions/add-interval.ts";
import { periodAt } from "../subscriptions/billing-period.ts";

/**
 * When a phase ends that lasts some intervals. One that starts where a billing period does ends where a billing period
 * does, so that of monthly phases from 31 January the second ends on 31 March.
 */
export function toPhaseEnd(start: number, { interval, interval_count }: Interval, anchor: number): number {
  const unit = { interval, interval_count: 1 };
  const period = periodAt(anchor, unit, start);
  if (period.start !== start) return addInterval(start, { interval, interval_count });
  let { end } = period;
  for (let count = 1; count < interval_count; count++) end = periodAt(anchor, unit, end).end;
  return end;
}
