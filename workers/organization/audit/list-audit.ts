import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import type { Rooms } from "../rooms.ts";
import type { AuditRow } from "./chain.ts";
import { readNewestFirst } from "./read-rows.ts";

export const ListAudit = z.object({
  /** Rows older than this sequence number. */
  before: z.int().positive().default(Number.MAX_SAFE_INTEGER),
  limit: z.int().min(1).max(1_000).default(100),
});
export type ListAudit = z.input<typeof ListAudit>;

/** A row with its details opened. */
export type ShownAuditRow = Omit<AuditRow, "details" | "billable"> & {
  billable: boolean;
  details: string | null;
};

/** Newest first. */
export function listAudit(sql: SqlStorage, { journal }: Rooms, input: ListAudit): ShownAuditRow[] {
  const { before, limit } = parseInput(ListAudit, input);
  return readNewestFirst(sql, before, limit).map((row) => ({
    ...row,
    billable: row.billable === 1,
    details: journal.openDetails(row),
  }));
}
