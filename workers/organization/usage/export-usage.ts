import { z } from "zod";
import { toCsvLine } from "#lib/csv.ts";
import { parseInput } from "#lib/parse-input.ts";
import { streamText } from "#lib/stream-text.ts";
import { toDays } from "./days.ts";
import { groupUsage, ListUsage, toRow } from "./list-usage.ts";

export const ExportUsage = ListUsage.extend({ format: z.literal("csv").default("csv") });
export type ExportUsage = z.input<typeof ExportUsage>;

/** The same rows as a file for a spreadsheet, all of them. */
export function exportUsage(sql: SqlStorage, input: ExportUsage): ReadableStream<Uint8Array> {
  const { by, ...range } = parseInput(ExportUsage, input);
  const rows = groupUsage(sql, by, toDays(range)).map(toRow);
  return streamText([
    toCsvLine([by, "calls", "billable", "errors", "average_duration_ms"]),
    ...rows.map(({ group, calls, billable, errors, averageDurationMs }) =>
      toCsvLine([group, calls, billable, errors, averageDurationMs]),
    ),
  ]);
}
