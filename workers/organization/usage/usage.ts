import type { AuditEntry } from "../audit/audit-entry.ts";
import { getPeriod } from "../limits/entitlement.ts";

const toDay = (at: number) => new Date(at).toISOString().slice(0, 10);

interface Count {
  day: string;
  actor: string;
  tool: string;
  calls: number;
  billable: number;
  errors: number;
  durationMs: number;
  lastAt: number;
}

export interface ActorUsage {
  calls: number;
  lastAt: number | null;
}

/** Tool calls, counted from the audit entries in the transaction that writes them. */
export class Usage {
  readonly #sql: SqlStorage;
  #period = { start: 0, end: 0 };
  #billable = 0;
  #underWay = 0;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Billable calls of the period that `now` falls in, those under way included. */
  getUsed(now: number): number {
    if (now < this.#period.start || now >= this.#period.end) this.#load(now);
    return this.#billable + this.#underWay;
  }

  /** Holds a place in the quota until the call is recorded, so that concurrent calls cannot overshoot it. */
  begin(): { [Symbol.dispose](): void } {
    this.#underWay += 1;
    return {
      [Symbol.dispose]: () => {
        this.#underWay -= 1;
      },
    };
  }

  getByActor(actor: string): ActorUsage {
    const query =
      "select coalesce(sum(calls), 0) as calls, max(last_at) as lastAt from usage where actor = ?";
    return this.#sql.exec<ActorUsage & Record<string, SqlStorageValue>>(query, actor).one();
  }

  count(entries: readonly AuditEntry[]): void {
    const counts = new Map<string, Count>();
    for (const entry of entries) {
      if (entry.action !== "tools/call" || entry.result === "started") continue;
      addTo(counts, entry);
    }
    if (counts.size > 0) this.#sql.exec(UPSERT, JSON.stringify([...counts.values()]));
  }

  /** What is remembered moves only when the transaction is through. */
  remember(entries: readonly AuditEntry[]): void {
    const { start, end } = this.#period;
    this.#billable += entries.filter(({ at, billable }) => billable && at >= start && at < end).length;
  }

  #load(now: number): void {
    this.#period = getPeriod(now);
    const { start, end } = this.#period;
    const { billable } = this.#sql
      .exec<{ billable: number }>(
        "select coalesce(sum(billable), 0) as billable from usage where day >= ? and day < ?",
        toDay(start),
        toDay(end),
      )
      .one();
    this.#billable = billable;
  }
}

function addTo(counts: Map<string, Count>, entry: AuditEntry): void {
  const { actor, target: tool = "" } = entry;
  const day = toDay(entry.at);
  const slot = `${day}/${actor}/${tool}`;
  const count = counts.get(slot) ?? {
    day,
    actor,
    tool,
    calls: 0,
    billable: 0,
    errors: 0,
    durationMs: 0,
    lastAt: 0,
  };
  count.calls += 1;
  count.billable += entry.billable ? 1 : 0;
  count.errors += entry.result === "ok" ? 0 : 1;
  count.durationMs += entry.durationMs;
  count.lastAt = Math.max(count.lastAt, entry.at);
  counts.set(slot, count);
}

const UPSERT = `
  insert into usage (day, actor, tool, calls, billable, errors, duration_ms, last_at)
  select value ->> 'day', value ->> 'actor', value ->> 'tool', value ->> 'calls', value ->> 'billable',
    value ->> 'errors', value ->> 'durationMs', value ->> 'lastAt'
  from json_each(?) where true
  on conflict (day, actor, tool) do update set
    calls = calls + excluded.calls, billable = billable + excluded.billable, errors = errors + excluded.errors,
    duration_ms = duration_ms + excluded.duration_ms, last_at = max(last_at, excluded.last_at)`;
