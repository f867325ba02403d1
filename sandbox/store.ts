import { z } from "zod";

const Row = z.object({ json: z.string() });
const NamedRow = Row.extend({ kind: z.string(), id: z.string() });
const Count = z.object({ kind: z.string(), account: z.string(), count: z.number() });

export interface StoredRow {
  kind: string;
  id: string;
  value: unknown;
}

/** JSON rows addressed by kind, account and id. The account "" is the sandbox as a whole. */
export class Store {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    sql.exec(
      "CREATE TABLE IF NOT EXISTS rows (kind TEXT, account TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, account, id))",
    );
  }

  all(kind: string, account: string): unknown[] {
    const rows = this.#sql.exec("SELECT json FROM rows WHERE kind = ? AND account = ?", kind, account);
    return rows.toArray().map(toValue);
  }

  acrossAccounts(kind: string): unknown[] {
    return this.#sql.exec("SELECT json FROM rows WHERE kind = ?", kind).toArray().map(toValue);
  }

  /** Everything of one account. */
  ofAccount(account: string): StoredRow[] {
    const rows = this.#sql.exec("SELECT kind, id, json FROM rows WHERE account = ?", account).toArray();
    return rows.map((row) => {
      const { kind, id, json } = NamedRow.parse(row);
      return { kind, id, value: JSON.parse(json) };
    });
  }

  put(kind: string, account: string, id: string | number, value: unknown): void {
    this.#sql.exec(
      "INSERT OR REPLACE INTO rows (kind, account, id, json) VALUES (?, ?, ?, ?)",
      kind,
      account,
      String(id),
      JSON.stringify(value),
    );
  }

  remove(kind: string, account: string, id: string | number): void {
    this.#sql.exec("DELETE FROM rows WHERE kind = ? AND account = ? AND id = ?", kind, account, String(id));
  }

  counts() {
    const rows = this.#sql.exec("SELECT kind, account, COUNT(*) AS count FROM rows GROUP BY kind, account");
    return rows.toArray().map((row) => Count.parse(row));
  }

  isEmpty(): boolean {
    return this.#sql.exec("SELECT id FROM rows LIMIT 1").toArray().length === 0;
  }

  clearAccount(account: string): void {
    this.#sql.exec("DELETE FROM rows WHERE account = ?", account);
  }

  clear(): void {
    this.#sql.exec("DELETE FROM rows");
  }
}

function toValue(row: unknown): unknown {
  return JSON.parse(Row.parse(row).json);
}
