import { type AuditFilter, toConditions } from "./audit-filter.ts";
import type { AuditRow } from "./chain.ts";

const COLUMNS = `seq, at, actor, surface, action, target, connection, result, message, billable,
  duration_ms as durationMs, ip, user_agent as userAgent, details, hash`;

type StoredRow = AuditRow & Record<string, SqlStorageValue>;

interface Selection {
  filter?: AuditFilter;
  /** Sequence numbers; neither is part of the answer. */
  after?: number;
  before?: number;
  order?: "oldest first" | "newest first";
  limit?: number;
}

/** Rows are read as they are asked for. */
export function readRows(sql: SqlStorage, selection: Selection = {}): SqlStorageCursor<StoredRow> {
  const { filter = {}, after, before, order = "oldest first", limit = -1 } = selection;
  const { conditions, bindings } = toConditions(filter);
  const where = ["seq > ?", "seq < ?", ...conditions].join(" and ");
  return sql.exec<StoredRow>(
    `select ${COLUMNS} from audit_log where ${where} order by seq ${order === "newest first" ? "desc" : "asc"} limit ?`,
    after ?? Number.MIN_SAFE_INTEGER,
    before ?? Number.MAX_SAFE_INTEGER,
    ...bindings,
    limit,
  );
}

/** Rows are at most some kilobytes each, so that one chunk stays below a few megabytes. */
const ROWS_PER_CHUNK = 250;

/** All that the filter finds before the row `before`, oldest first, each chunk read when it is asked for. */
export function* readChunks(
  sql: SqlStorage,
  selection: Pick<Selection, "filter" | "before">,
): Generator<AuditRow[]> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: AuditRow[] = readRows(sql, { ...selection, after, limit: ROWS_PER_CHUNK }).toArray();
    yield rows;
    after = rows.at(-1)?.seq;
  }
}

/** The newest row, or null in an empty log. */
export function findHead(sql: SqlStorage): AuditRow | null {
  const [head] = readRows(sql, { order: "newest first", limit: 1 });
  return head ?? null;
}
