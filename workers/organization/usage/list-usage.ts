import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import { findTool } from "../tools/tool-table.ts";
import { type Days, toDays } from "./days.ts";

export const UsageGroup = z.enum(["day", "hour", "tool", "key", "member", "connector"]);
export type UsageGroup = z.infer<typeof UsageGroup>;

/** UTC days, both of them part of the answer. */
export const DayRange = z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() });
export type DayRange = z.input<typeof DayRange>;

export const ListUsage = DayRange.extend({ by: UsageGroup.default("day") });
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

/**
 * `group`: a UTC day or hour, a tool, the id of a key or a grant, a member's or a connector's name. Null for calls with keys that are
 * bound to no member, and of tools that belong to no connector.
 */
export type UsageRow = UsageTotals & { group: string | null };

export interface UsageList {
  totals: UsageTotals;
  rows: UsageRow[];
}

type Sums = Record<"calls" | "billable" | "errors" | "durationMs", number>;
type Grouped = Sums & { group: string | null };

const GROUPS: Record<UsageGroup, string> = {
  day: "day",
  hour: "hour",
  tool: "tool",
  key: "actor",
  member: `coalesce((select member_id from api_keys where api_keys.id = actor),
    (select member_id from grants where grants.id = actor))`,
  connector: "tool",
};

const SUMS = `coalesce(sum(calls), 0) as calls, coalesce(sum(billable), 0) as billable,
  coalesce(sum(errors), 0) as errors, coalesce(sum(duration_ms), 0) as durationMs`;

const MOST_ROWS = 1_000;

/** Tool calls by day or hour, oldest first, or by what else is asked for, busiest first; the latest thousand, or the busiest. The totals count the others too. */
export function listUsage(sql: SqlStorage, input: ListUsage): UsageList {
  const { by, ...range } = parseInput(ListUsage, input);
  const days = toDays(range);
  const totals = sql.exec<Sums>(`select ${SUMS} ${FROM.day}`, days.from, days.to).one();
  const rows = groupUsage(sql, by, days);
  const shown = isTime(by) ? rows.slice(-MOST_ROWS) : rows.slice(0, MOST_ROWS);
  return { totals: toTotals(totals), rows: shown.map(toRow) };
}

/** All rows, without an end. */
export function groupUsage(sql: SqlStorage, by: UsageGroup, { from, to }: Days): Grouped[] {
  const order = isTime(by) ? `"group"` : `calls desc, "group"`;
  const query = `select ${GROUPS[by]} as "group", ${SUMS} ${by === "hour" ? FROM.hour : FROM.day} group by 1 order by ${order}`;
  const rows = sql.exec<Grouped>(query, from, to).toArray();
  return by === "connector" ? mergeByConnector(rows) : rows;
}

const isTime = (by: UsageGroup) => by === "day" || by === "hour";

const FROM = {
  day: "from usage where day >= ? and day <= ?",
  hour: "from usage_hours where hour >= ? and hour <= ? || 'T23'",
};

function mergeByConnector(tools: readonly Grouped[]): Grouped[] {
  const byConnector = Map.groupBy(tools, ({ group }) => findTool(group ?? "")?.connector ?? null);
  return [...byConnector].map(([group, rows]) => ({ group, ...sum(rows) })).sort((a, b) => b.calls - a.calls);
}

function sum(rows: readonly Sums[]): Sums {
  const total = { calls: 0, billable: 0, errors: 0, durationMs: 0 };
  for (const row of rows) {
    total.calls += row.calls;
    total.billable += row.billable;
    total.errors += row.errors;
    total.durationMs += row.durationMs;
  }
  return total;
}

export const toRow = ({ group, ...sums }: Grouped): UsageRow => ({ group, ...toTotals(sums) });

export function toTotals({ durationMs, ...sums }: Sums): UsageTotals {
  return { ...sums, averageDurationMs: sums.calls === 0 ? null : Math.round(durationMs / sums.calls) };
}
