import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Entitlement } from "../limits/entitlement.ts";
import { getPeriod, type Period } from "../limits/period.ts";
import { countCalls, toDay } from "./count-calls.ts";

export interface ActorUsage {
  calls: number;
  lastAt: number | null;
}

/** Billable calls of a period, before and after some were counted. */
export interface Growth {
  period: Period;
  before: number;
  after: number;
}

/** Tool calls, counted from the audit entries in the transaction that writes them. */
export class Usage {
  readonly #sql: SqlStorage;
  readonly #entitlement: () => Pick<Entitlement, "periodAnchor">;
  readonly #onGrowth: (growth: Growth, at: number) => void;
  #anchor: number | null = null;
  #period = { start: 0, end: 0 };
  #billable = 0;
  #underWay = 0;

  /** `onGrowth` runs in the transaction that counts. */
  constructor(
    sql: SqlStorage,
    entitlement: () => Pick<Entitlement, "periodAnchor">,
    onGrowth: (growth: Growth, at: number) => void,
  ) {
    this.#sql = sql;
    this.#entitlement = entitlement;
    this.#onGrowth = onGrowth;
  }

  /** Billable calls of the period that `now` falls in, those under way included. */
  getUsed(now: number): number {
    return this.getCounted(now).calls + this.#underWay;
  }

  /** Those that are recorded. */
  getCounted(now: number): { period: Period; calls: number } {
    const isOver = now < this.#period.start || now >= this.#period.end;
    if (isOver || this.#entitlement().periodAnchor !== this.#anchor) this.#load(now);
    return { period: this.#period, calls: this.#billable };
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
    countCalls(this.#sql, entries);
    const billed = this.#inPeriod(entries);
    const last = billed.at(-1);
    if (last === undefined) return;
    const before = this.#billable;
    this.#onGrowth({ period: this.#period, before, after: before + billed.length }, last.at);
  }

  /** What is remembered moves only when the transaction is through. */
  remember(entries: readonly AuditEntry[]): void {
    this.#billable += this.#inPeriod(entries).length;
  }

  #inPeriod(entries: readonly AuditEntry[]): AuditEntry[] {
    const { start, end } = this.#period;
    return entries.filter(({ at, billable }) => billable && at >= start && at < end);
  }

  #load(now: number): void {
    const { periodAnchor } = this.#entitlement();
    this.#anchor = periodAnchor;
    this.#period = getPeriod({ periodAnchor }, now);
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
