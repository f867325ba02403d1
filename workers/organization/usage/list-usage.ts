import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";

export const UsageGroup = z.enum(["day", "tool", "key", "member"]);
type UsageGroup = z.infer<typeof UsageGroup>;

export const ListUsage = z.object({
  by: UsageGroup.default("day"),
  /** UTC days, both of them part of the answer. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type ListUsage = z.input<typeof ListUsage>;

export interface UsageTotals {
  calls: number;
  /** Those that count against the quota. */
  billable: number;
  /** Those that did not end well. */
  errors: number;
  /** Null where there were no calls. */
  averageDurationMs: number | null;
}

export interface UsageList {
  totals: UsageTotals;
  /** `group`: a day, a tool, a key's id or a member's; null for calls with keys that are bound to no member. */
  rows: (UsageTotals & { group: string | null })[];
}

const GROUPS: Record<UsageGroup, string> = {
  day: "day",
  tool: "tool",
  key: "actor",
  member: "(select member_id from api_keys where api_keys.id = actor)",
};

const TOTALS = `coalesce(sum(calls), 0) as calls, coalesce(sum(billable), 0) as billable,
  coalesce(sum(errors), 0) as errors, cast(round(1.0 * sum(duration_ms) / sum(calls)) as integer) as averageDurationMs`;

const MOST_ROWS = 1_000;

/** Tool calls by day, oldest first, or by what else is asked for, busiest first. The totals count what is beyond a thousand rows too. */
export function listUsage(sql: SqlStorage, input: ListUsage): UsageList {
  const { by, from = "", to = "9999-12-31" } = parseInput(ListUsage, input);
  const among = "from usage where day >= ? and day <= ?";
  const order = by === "day" ? `"group"` : `calls desc, "group"`;
  return {
    totals: sql.exec<Totals>(`select ${TOTALS} ${among}`, from, to).one(),
    rows: sql
      .exec<Totals & { group: string | null }>(
        `select ${GROUPS[by]} as "group", ${TOTALS} ${among} group by 1 order by ${order} limit ${MOST_ROWS}`,
        from,
        to,
      )
      .toArray(),
  };
}

type Totals = UsageTotals & Record<string, SqlStorageValue>;
