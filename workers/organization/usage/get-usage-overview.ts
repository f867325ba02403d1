import type { Entitlement } from "../limits/entitlement.ts";
import type { Period } from "../limits/period.ts";
import type { Rooms } from "../rooms.ts";
import { toDay } from "./count-calls.ts";
import { groupUsage, listUsage, toRow, type UsageRow } from "./list-usage.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS = 30;

export interface UsageOverview {
  period: Period;
  /** Calls that count, of the quota. */
  used: number;
  quota: number;
  /** More than 100 where calls beyond the quota are paid for. */
  percent: number;
  overage: { mode: Entitlement["overage"]; calls: number };
  /** Listings that the plan serves; null: all. */
  servedListings: number | null;
  calls: number;
  errors: number;
  /** Of all calls of the period, those that did not end well, in percent. */
  errorPercent: number;
  /** The latest 30 days, today included, also those without a call. */
  days: UsageRow[];
}

export function getUsageOverview(
  sql: SqlStorage,
  { entitlement, overage, ports, usage }: Rooms,
): UsageOverview {
  const now = ports.clock.now();
  const { calls: used, period } = usage.getCounted(now);
  const { totals } = listUsage(sql, { from: toDay(period.start), to: toDay(period.end - 1) });
  const quota = entitlement.toolCalls;
  return {
    period,
    used,
    quota,
    percent: toPercent(used, quota),
    overage: { mode: entitlement.overage, calls: overage.getCalls(period) },
    servedListings: entitlement.listings,
    calls: totals.calls,
    errors: totals.errors,
    errorPercent: toPercent(totals.errors, totals.calls),
    days: listLatestDays(sql, now),
  };
}

function listLatestDays(sql: SqlStorage, now: number): UsageRow[] {
  const days = Array.from({ length: DAYS }, (_, index) => toDay(now - (DAYS - 1 - index) * DAY_MS));
  const known = new Map(
    groupUsage(sql, "day", { from: days[0] ?? "", to: toDay(now) }).map((row) => [row.group, toRow(row)]),
  );
  return days.map(
    (group) => known.get(group) ?? { group, calls: 0, billable: 0, errors: 0, averageDurationMs: null },
  );
}

/** With one decimal. */
const toPercent = (part: number, whole: number) =>
  whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 10;
