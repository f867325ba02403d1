import type { Entitlement } from "../limits/entitlement.ts";
import type { Period } from "../limits/period.ts";
import type { Growth } from "../usage/usage.ts";

/** Calls that are to be added to a period's bill. `upTo`: how many there are by then in all, so that each report has a name of its own. */
export interface OverageReport {
  period: number;
  upTo: number;
  calls: number;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The ledger of calls beyond the quota that are paid for. Each is in exactly one report. */
export class OverageTable {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** In the transaction that counts. True: there is something to report. */
  add({ overage, toolCalls }: Entitlement, { period, before, after }: Growth): boolean {
    const calls = after - Math.max(before, toolCalls);
    if (overage !== "bill" || calls <= 0) return false;
    this.#sql.exec(ADD, period.start, calls);
    return true;
  }

  getCalls({ start }: Period): number {
    const [row] = this.#sql.exec<{ calls: number }>("select calls from overage where period = ?", start);
    return row?.calls ?? 0;
  }

  /** All periods with such calls, oldest first. */
  list(): Pick<OverageReport, "period" | "calls">[] {
    type Row = Record<"period" | "calls", number>;
    return this.#sql.exec<Row>("select period, calls from overage order by period").toArray();
  }

  /** The report that is under way, as it was made, else a new one; null: everything has arrived. */
  takeReport(now: number): OverageReport | null {
    this.#sql.exec(TAKE, Math.floor(now));
    const query = `select period, reporting as upTo, reporting - reported as calls, reported_at as at
      from overage where reporting is not null order by period limit 1`;
    const [report] = this.#sql.exec<OverageReport & Record<string, SqlStorageValue>>(query);
    return report ?? null;
  }

  confirm({ period, upTo }: OverageReport): void {
    const query =
      "update overage set reported = reporting, reporting = null where period = ? and reporting = ?";
    this.#sql.exec(query, period, upTo);
  }
}

const ADD = `insert into overage (period, calls) values (?, ?)
  on conflict (period) do update set calls = calls + excluded.calls`;

const TAKE = `update overage set reporting = calls, reported_at = ?
  where period = (select min(period) from overage where calls > reported)
  and not exists (select 1 from overage where reporting is not null)`;
