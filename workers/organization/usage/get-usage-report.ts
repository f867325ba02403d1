import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import { nameGrants } from "../grants/list-grants.ts";
import { maskKey } from "../keys/masked-key.ts";
import type { Rooms } from "../rooms.ts";
import { getLatency } from "./get-latency.ts";
import { getUsageOverview, type UsageOverview } from "./get-usage-overview.ts";
import { DayRange, listUsage, type UsageList, type UsageRow } from "./list-usage.ts";
import { listUsageErrors, type UsageError } from "./list-usage-errors.ts";

export const ReportUsage = DayRange.extend({ by: z.enum(["day", "hour"]).default("day") });
export type ReportUsage = z.input<typeof ReportUsage>;

/** Each list as the question about it alone answers it. */
export interface UsageReport extends UsageList {
  overview: UsageOverview;
  tools: UsageRow[];
  /** Of keys and of assistants that members let in. Null: what called was never either. */
  keys: (UsageRow & { name: string | null; masked: string | null })[];
  members: UsageRow[];
  connectors: UsageRow[];
  errors: UsageError[];
  latency: ReturnType<typeof getLatency>;
}

/** Everything about usage at one moment: nothing is awaited, so no call is counted between two of its parts. */
export function getUsageReport(sql: SqlStorage, rooms: Rooms, input: ReportUsage): UsageReport {
  const { by, ...range } = parseInput(ReportUsage, input);
  const listRows = (group: "tool" | "key" | "member" | "connector") =>
    listUsage(sql, { ...range, by: group }).rows;
  const keys = new Map<string | null, { name: string; masked: string | null }>([
    ...rooms.keys.listAll().map((key) => [key.id, { name: key.name, masked: maskKey(key) }] as const),
    ...nameGrants(rooms).map(([id, { name }]) => [id, { name, masked: null }] as const),
  ]);
  return {
    overview: getUsageOverview(sql, rooms),
    ...listUsage(sql, { ...range, by }),
    tools: listRows("tool"),
    keys: listRows("key").map((row) => ({
      ...row,
      ...(keys.get(row.group) ?? { name: null, masked: null }),
    })),
    members: listRows("member"),
    connectors: listRows("connector"),
    errors: listUsageErrors(sql, range).rows,
    latency: getLatency(sql, range),
  };
}
