/** `interval` is day, week, month or year. */
export interface Interval {
  interval: string;
  interval_count: number;
}

const day = 86_400;

/**
 * `anchor` moved by `times` intervals, in UTC. Months and years keep the anchor's day of the month, or where there is
 * none such take the last: 31 January, 28 February, 31 March.
 */
export function addInterval(anchor: number, { interval, interval_count }: Interval, times = 1): number {
  const count = interval_count * times;
  if (interval === "day") return anchor + count * day;
  if (interval === "week") return anchor + count * 7 * day;
  const date = new Date(anchor * 1000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + count * (interval === "year" ? 12 : 1)];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const movedDay = Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) / 1000;
  return movedDay + (anchor % day);
}
