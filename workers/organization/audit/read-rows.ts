import type { AuditRow } from "./chain.ts";

const COLUMNS = `seq, at, actor, surface, action, target, connection, result, billable, duration_ms as durationMs, ip,
  user_agent as userAgent, details, hash`;

type StoredRow = AuditRow & Record<string, SqlStorageValue>;

export function readOldestFirst(sql: SqlStorage): Iterable<AuditRow> {
  return sql.exec<StoredRow>(`select ${COLUMNS} from audit_log order by seq`);
}

export function readNewestFirst(sql: SqlStorage, before: number, limit: number): AuditRow[] {
  return sql
    .exec<StoredRow>(
      `select ${COLUMNS} from audit_log where seq < ? order by seq desc limit ?`,
      before,
      limit,
    )
    .toArray();
}
