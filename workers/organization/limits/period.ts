import type { Entitlement } from "./entitlement.ts";

/** First moment, and last moment plus one, in milliseconds since the epoch. */
export interface Period {
  start: number;
  end: number;
}

/** The quota period that `now` falls in: a month from the anchor's day, at midnight UTC; in shorter months from their last day. */
export function getPeriod({ periodAnchor }: Pick<Entitlement, "periodAnchor">, now: number): Period {
  const day = periodAnchor === null ? 1 : new Date(periodAnchor).getUTCDate();
  const date = new Date(now);
  const toStart = (months: number) => {
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
    const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Date.UTC(year, month, Math.min(day, daysInMonth));
  };
  const hasBegun = now >= toStart(0);
  return hasBegun ? { start: toStart(0), end: toStart(1) } : { start: toStart(-1), end: toStart(0) };
}
