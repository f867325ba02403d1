import type { Interval } from "../prices.ts";

/** Seconds since the epoch; the end is no part of it. */
export interface Period {
  start: number;
  end: number;
}

const DAY = 24 * 60 * 60;

/** `anchor` some months on, in UTC: on its day of the month, in shorter months on their last. */
export function addMonths(anchor: number, months: number): number {
  const date = new Date(anchor * 1_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) / 1_000 + (anchor % DAY);
}

/** The period of a subscription's anchor that holds `at`. */
export function getPeriodAt(anchor: number, interval: Interval, at: number): Period {
  const step = interval === "year" ? 12 : 1;
  const [first, now] = [new Date(anchor * 1_000), new Date(at * 1_000)];
  const months =
    (now.getUTCFullYear() - first.getUTCFullYear()) * 12 + now.getUTCMonth() - first.getUTCMonth();
  let times = Math.floor(months / step);
  if (addMonths(anchor, times * step) > at) times -= 1;
  return { start: addMonths(anchor, times * step), end: addMonths(anchor, (times + 1) * step) };
}
