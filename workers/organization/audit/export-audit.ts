import { z } from "zod";
import { type CsvCell, toCsvLine } from "#lib/csv.ts";
import { parseInput } from "#lib/parse-input.ts";
import { streamText } from "#lib/stream-text.ts";
import type { Rooms } from "../rooms.ts";
import type { By } from "./audit-entry.ts";
import { AuditFilter } from "./audit-filter.ts";
import { findHead, readChunks } from "./read-rows.ts";
import { type ShownAuditRow, showRow } from "./show-row.ts";

export const ExportAudit = AuditFilter.extend({
  format: z.enum(["csv", "jsonl"]),
  details: z.boolean().default(true),
});
export type ExportAudit = z.input<typeof ExportAudit>;

/** What the filter finds up to now, oldest first, read as fast as it is taken. The export leaves a row of its own. */
export async function exportAudit(
  sql: SqlStorage,
  { journal, ports }: Rooms,
  by: By,
  input: ExportAudit,
): Promise<ReadableStream<Uint8Array>> {
  const { format, details, ...filter } = parseInput(ExportAudit, input);
  await journal.record({
    at: ports.clock.now(),
    ...by,
    surface: "internal",
    action: "audit/export",
    target: format,
    result: "ok",
    billable: false,
    durationMs: 0,
    details: filter,
  });
  const before = (findHead(sql)?.seq ?? 0) + 1;
  return streamText(toTexts());

  function* toTexts() {
    const { header, toLine } = formats[format];
    yield header;
    for (const rows of readChunks(sql, { filter, before })) {
      yield rows.map((row) => toLine(showRow(journal, row, details))).join("");
    }
  }
}

const columns: Record<string, (row: ShownAuditRow) => CsvCell> = {
  seq: ({ seq }) => seq,
  at: ({ at }) => toIso(at),
  actor: ({ actor }) => actor,
  surface: ({ surface }) => surface,
  action: ({ action }) => action,
  target: ({ target }) => target,
  connection: ({ connection }) => connection,
  result: ({ result }) => result,
  message: ({ message }) => message,
  billable: ({ billable }) => billable,
  duration_ms: ({ durationMs }) => durationMs,
  ip: ({ ip }) => ip,
  user_agent: ({ userAgent }) => userAgent,
  details: ({ details = null }) => details,
  hash: ({ hash }) => hash,
};

const formats = {
  csv: {
    header: toCsvLine(Object.keys(columns)),
    toLine: (row: ShownAuditRow) => toCsvLine(Object.values(columns).map((toCell) => toCell(row))),
  },
  jsonl: {
    header: "",
    toLine: (row: ShownAuditRow) => `${JSON.stringify({ ...row, at: toIso(row.at) })}\n`,
  },
};

function toIso(at: number): string {
  return new Date(at).toISOString();
}
