import type { Rooms } from "../rooms.ts";
import { toDay } from "../usage/count-calls.ts";
import { toDailyTime } from "./to-daily-time.ts";

const MONTHS = 13;

/** The billable ledger, and what goes with it, is kept for 13 months whatever the plan keeps of the audit log. */
export function pruneUsage(sql: SqlStorage, { id, ports }: Rooms): number {
  const now = ports.clock.now();
  const date = new Date(now);
  const before = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - MONTHS, 1);
  for (const table of ["usage", "usage_errors"])
    sql.exec(`delete from ${table} where day < ?`, toDay(before));
  sql.exec("delete from usage_hours where hour < ?", toDay(before));
  sql.exec("delete from overage where period < ? and reporting is null", before);
  sql.exec("delete from events where at < ? and told_at is not null", before);
  return toDailyTime(id, now);
}
