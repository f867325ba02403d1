import { parseInput } from "#lib/parse-input.ts";
import { toDays } from "./days.ts";
import { DayRange } from "./list-usage.ts";

export interface UsageError {
  code: string;
  tool: string;
  calls: number;
}

const MOST_ROWS = 1_000;

/** Why calls did not end well, the most frequent reason first. */
export function listUsageErrors(sql: SqlStorage, input: DayRange): { rows: UsageError[] } {
  const { from, to } = toDays(parseInput(DayRange, input));
  const query = `select code, tool, sum(calls) as calls from usage_errors where day >= ? and day <= ?
    group by code, tool order by calls desc, code, tool limit ${MOST_ROWS}`;
  return {
    rows: sql.exec<UsageError & Record<string, SqlStorageValue>>(query, from, to).toArray(),
  };
}
