import { hash } from "node:crypto";

/** An audit row as it is stored, in column order; the last column is its hash. */
export interface AuditRow {
  seq: number;
  at: number;
  actor: string;
  surface: string;
  action: string;
  target: string | null;
  connection: string | null;
  result: string;
  message: string | null;
  billable: 0 | 1;
  durationMs: number;
  ip: string | null;
  userAgent: string | null;
  details: string | null;
  hash: string;
}

export interface ChainHead {
  seq: number;
  hash: string;
}

export const GENESIS: ChainHead = { seq: 0, hash: "" };

export function seal(row: Omit<AuditRow, "hash">, before: ChainHead): AuditRow {
  const text = JSON.stringify([
    before.hash,
    row.seq,
    row.at,
    row.actor,
    row.surface,
    row.action,
    row.target,
    row.connection,
    row.result,
    row.billable,
    row.durationMs,
    row.ip,
    row.userAgent,
    row.details,
    // Rows from before there were messages were sealed without.
    ...(row.message === null ? [] : [row.message]),
  ]);
  return { ...row, hash: hash("sha256", text, "base64") };
}

/** The first row that does not follow from the one before it, or null. Rows come in order of `seq`. */
export function findBreak(rows: Iterable<AuditRow>, start: ChainHead = GENESIS): AuditRow | null {
  let before = start;
  for (const row of rows) {
    if (row.seq !== before.seq + 1 || seal(row, before).hash !== row.hash) return row;
    before = row;
  }
  return null;
}
