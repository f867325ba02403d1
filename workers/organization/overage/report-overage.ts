import type { Rooms } from "../rooms.ts";

/** Many calls share one report. */
export const REPORT_EVERY_MS = 10 * 60 * 1_000;

/** One report to whoever bills the calls beyond the quota. What was killed in the middle is repeated as it was, under the same name. */
export async function reportOverage(_sql: SqlStorage, { id, overage, ports }: Rooms): Promise<number | null> {
  const now = ports.clock.now();
  const report = overage.takeReport(now);
  if (report === null) return null;
  await ports.reportOverage?.(id, report);
  overage.confirm(report);
  return now + REPORT_EVERY_MS;
}
