type Row = Record<"day" | "actor" | "tool", string> &
  Record<"calls" | "billable" | "errors" | "durationMs" | "lastAt", number>;

const ROWS_PER_CHUNK = 500;
const START = { day: "", actor: "", tool: "" };

/** Every row, in order of day, key and tool, some at a time. */
export function* readUsage(sql: SqlStorage): Generator<Row[]> {
  for (let last: Pick<Row, "day" | "actor" | "tool"> | undefined = START; last !== undefined; ) {
    const { day, actor, tool } = last;
    const rows: Row[] = sql.exec<Row>(SELECT, day, actor, tool, ROWS_PER_CHUNK).toArray();
    yield rows;
    last = rows.at(-1);
  }
}

const SELECT = `select day, actor, tool, calls, billable, errors, duration_ms as durationMs, last_at as lastAt
  from usage where (day, actor, tool) > (?, ?, ?) order by day, actor, tool limit ?`;
