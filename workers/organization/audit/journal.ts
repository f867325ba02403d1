import { decryptText, encryptText } from "#lib/encryption.ts";
import { redactText } from "#lib/redact.ts";
import type { AuditEntry } from "./audit-entry.ts";
import { type AuditRow, type ChainHead, GENESIS, seal } from "./chain.ts";
import { findHead } from "./read-rows.ts";

const DETAILS_LIMIT = 4_096;
const MESSAGE_LIMIT = 500;

export interface Counter {
  /** Runs in the transaction that writes the entries. */
  count(entries: readonly AuditEntry[]): void;
  /** Runs after it. */
  remember(entries: readonly AuditEntry[]): void;
}

/**
 * The only writer of the audit log. Entries that arrive together share one transaction, in which the counters are
 * brought up to date as well, so that log and bill cannot disagree. `record` resolves once its row is written; the
 * object's output gate then holds every answer until that write is durable.
 */
export class Journal {
  readonly #storage: DurableObjectStorage;
  readonly #dataKey: Uint8Array;
  readonly #counter: Counter;
  #head: ChainHead;
  #waiting: AuditEntry[] = [];
  #group: Promise<void> | null = null;

  constructor(storage: DurableObjectStorage, dataKey: Uint8Array, counter: Counter) {
    this.#storage = storage;
    this.#dataKey = dataKey;
    this.#counter = counter;
    this.#head = findHead(storage.sql) ?? GENESIS;
  }

  /**
   * A group gathers while the one before it becomes durable; in an idle object there is nothing to wait for, and the
   * entry is written at once.
   */
  record(entry: AuditEntry): Promise<void> {
    this.#waiting.push(entry);
    this.#group ??= this.#storage.sync().then(() => this.#writeGroup());
    return this.#group;
  }

  /** Writes `entry` in one transaction with `change`, at once. For changes to what the organization owns. */
  recordWith(entry: AuditEntry, change: () => void): void {
    this.#write([entry], change);
  }

  openDetails({ seq, details }: AuditRow): string | null {
    return details === null ? null : decryptText(this.#dataKey, details, toDetailsContext(seq));
  }

  #writeGroup(): void {
    const entries = this.#waiting;
    this.#waiting = [];
    this.#group = null;
    this.#write(entries);
  }

  #write(entries: readonly AuditEntry[], change?: () => void): void {
    let head = this.#head;
    const rows = entries.map((entry) => {
      const row = seal(this.#toRow(entry, head.seq + 1), head);
      head = row;
      return row;
    });
    this.#storage.transactionSync(() => {
      this.#storage.sql.exec(INSERT, JSON.stringify(rows));
      this.#counter.count(entries);
      change?.();
    });
    this.#head = { seq: head.seq, hash: head.hash };
    this.#counter.remember(entries);
  }

  #toRow(entry: AuditEntry, seq: number): Omit<AuditRow, "hash"> {
    const details =
      entry.details === undefined ? null : JSON.stringify(entry.details).slice(0, DETAILS_LIMIT);
    return {
      seq,
      at: entry.at,
      actor: entry.actor,
      surface: entry.surface,
      action: entry.action,
      target: entry.target ?? null,
      connection: entry.connection ?? null,
      result: entry.result,
      message: entry.message === undefined ? null : redactText(entry.message).slice(0, MESSAGE_LIMIT),
      billable: entry.billable ? 1 : 0,
      durationMs: entry.durationMs,
      ip: entry.ip ?? null,
      userAgent: entry.userAgent?.slice(0, 200) ?? null,
      details: details === null ? null : encryptText(this.#dataKey, details, toDetailsContext(seq)),
    };
  }
}

/** What a row's details are bound to when encrypted. */
const toDetailsContext = (seq: number) => `audit_log/${seq}/details`;

// One bound parameter for any number of rows: SQLite in an object takes at most a hundred.
const INSERT = `
  insert into audit_log (seq, at, actor, surface, action, target, connection, result, billable, duration_ms, ip,
    user_agent, details, hash, message)
  select value ->> 'seq', value ->> 'at', value ->> 'actor', value ->> 'surface', value ->> 'action',
    value ->> 'target', value ->> 'connection', value ->> 'result', value ->> 'billable', value ->> 'durationMs',
    value ->> 'ip', value ->> 'userAgent', value ->> 'details', value ->> 'hash',
    value ->> 'message'
  from json_each(?)`;
