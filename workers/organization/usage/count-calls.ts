import type { AuditEntry } from "../audit/audit-entry.ts";
import { toBucket } from "./duration-buckets.ts";

/** Adds the tool calls among these entries to the tables that answer questions about usage. */
export function countCalls(sql: SqlStorage, entries: readonly AuditEntry[]): void {
  const calls = entries.filter(isCall);
  if (calls.length === 0) return;
  sql.exec(
    ADD_TO_DAYS,
    group(calls, (call) => [toDay(call.at), call.actor, toTool(call)]),
  );
  sql.exec(
    ADD_TO_HOURS,
    group(calls, (call) => [toHour(call.at), toBucket(call.durationMs)]),
  );
  const failed = calls.filter(({ result }) => result !== "ok");
  if (failed.length === 0) return;
  sql.exec(
    ADD_TO_ERRORS,
    group(failed, (call) => [toDay(call.at), call.result, toTool(call)]),
  );
}

const isCall = ({ action, result }: AuditEntry) => action === "tools/call" && result !== "started";

/** One name for all that are no tools: what callers make up must not fill the tables. */
const toTool = ({ result, target = "" }: AuditEntry) => (result === "unknown_tool" ? "unknown" : target);

export const toDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const toHour = (at: number) => new Date(at).toISOString().slice(0, 13);

/** As JSON: one bound parameter for any number of rows. */
function group(calls: readonly AuditEntry[], toKey: (call: AuditEntry) => (string | number)[]): string {
  const rows = new Map<string, object & Sums>();
  for (const call of calls) {
    const [a, b, c] = toKey(call);
    const slot = `${a}/${b}/${c}`;
    const row = rows.get(slot) ?? { a, b, c, calls: 0, billable: 0, errors: 0, durationMs: 0, lastAt: 0 };
    row.calls += 1;
    row.billable += call.billable ? 1 : 0;
    row.errors += call.result === "ok" ? 0 : 1;
    row.durationMs += call.durationMs;
    row.lastAt = Math.max(row.lastAt, call.at);
    rows.set(slot, row);
  }
  return JSON.stringify([...rows.values()]);
}

interface Sums {
  calls: number;
  billable: number;
  errors: number;
  durationMs: number;
  lastAt: number;
}

const SUMS = "value ->> 'calls', value ->> 'billable', value ->> 'errors', value ->> 'durationMs'";
const ADD_SUMS = `calls = calls + excluded.calls, billable = billable + excluded.billable,
  errors = errors + excluded.errors, duration_ms = duration_ms + excluded.duration_ms`;

const ADD_TO_DAYS = `
  insert into usage (day, actor, tool, calls, billable, errors, duration_ms, last_at)
  select value ->> 'a', value ->> 'b', value ->> 'c', ${SUMS}, value ->> 'lastAt' from json_each(?) where true
  on conflict (day, actor, tool) do update set ${ADD_SUMS}, last_at = max(last_at, excluded.last_at)`;

const ADD_TO_HOURS = `
  insert into usage_hours (hour, bucket, calls, billable, errors, duration_ms)
  select value ->> 'a', value ->> 'b', ${SUMS} from json_each(?) where true
  on conflict (hour, bucket) do update set ${ADD_SUMS}`;

const ADD_TO_ERRORS = `
  insert into usage_errors (day, code, tool, calls)
  select value ->> 'a', value ->> 'b', value ->> 'c', value ->> 'calls' from json_each(?) where true
  on conflict (day, code, tool) do update set calls = calls + excluded.calls`;
