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
    if (!this.#isRemembered(now)) this.#load(now);
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

  /** Each billable entry belongs to the period in which its call began, whenever it ended. */
  count(entries: readonly AuditEntry[]): void {
    countCalls(this.#sql, entries);
    const billed = entries.filter(({ billable }) => billable);
    for (const calls of Map.groupBy(billed, ({ at }) => this.#toPeriod(at).start).values()) {
      const at = Math.max(...calls.map((call) => call.at));
      const period = this.#toPeriod(at);
      const before = this.#isRemembered(at) ? this.#billable : this.#sumBillable(period) - calls.length;
      this.#onGrowth({ period, before, after: before + calls.length }, at);
    }
  }

  /** What is remembered moves only when the transaction is through. */
  remember(entries: readonly AuditEntry[]): void {
    this.#billable += entries.filter(({ at, billable }) => billable && this.#isRemembered(at)).length;
  }

  #isRemembered(at: number): boolean {
    const isCurrent = this.#entitlement().periodAnchor === this.#anchor;
    return isCurrent && at >= this.#period.start && at < this.#period.end;
  }

  #toPeriod(at: number): Period {
    return this.#isRemembered(at) ? this.#period : getPeriod(this.#entitlement(), at);
  }

  #load(now: number): void {
    const { periodAnchor } = this.#entitlement();
    this.#anchor = periodAnchor;
    this.#period = getPeriod({ periodAnchor }, now);
    this.#billable = this.#sumBillable(this.#period);
  }

  /** Of what is stored. */
  #sumBillable({ start, end }: Period): number {
    return this.#sql
      .exec<{ billable: number }>(
        "select coalesce(sum(billable), 0) as billable from usage where day >= ? and day < ?",
        toDay(start),
        toDay(end),
      )
      .one().billable;
  }
}
