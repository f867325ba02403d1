import { addInterval, type Interval } from "./add-interval.ts";

export interface Period {
  start: number;
  end: number;
}

const approximateSeconds: Record<string, number> = {
  day: 86_400,
  week: 604_800,
  month: 2_629_746,
  year: 31_556_952,
};

/** The full period that holds `at`, of those that lie around the anchor. A period holds its start, not its end. */
export function periodAt(anchor: number, interval: Interval, at: number): Period {
  const length = (approximateSeconds[interval.interval] ?? 1) * interval.interval_count;
  let times = Math.floor((at - anchor) / length) + 1;
  while (addInterval(anchor, interval, times) > at) times--;
  while (addInterval(anchor, interval, times + 1) <= at) times++;
  return { start: addInterval(anchor, interval, times), end: addInterval(anchor, interval, times + 1) };
}

/**
 * What prorations of a period divide by: the interval that it is, or that a cancellation cuts short; for a stub before the
 * anchor a full interval from its start.
 */
export function intervalSeconds(
  anchor: number,
  interval: Interval,
  { start }: Pick<Period, "start">,
): number {
  const full = periodAt(anchor, interval, start);
  return full.start === start ? full.end - full.start : addInterval(start, interval) - start;
}
