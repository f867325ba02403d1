import type { AuditRow } from "./chain.ts";
import type { Journal } from "./journal.ts";

/** A row as it may be shown. `details` are opened, or left out for who may see the log without payloads. */
export type ShownAuditRow = Omit<AuditRow, "details" | "billable"> & {
  billable: boolean;
  details?: string | null;
};

export function showRow(journal: Journal, row: AuditRow, withDetails: boolean): ShownAuditRow {
  const { details, billable, ...rest } = row;
  const shown = { ...rest, billable: billable === 1 };
  return withDetails ? { ...shown, details: journal.openDetails(row) } : shown;
}
