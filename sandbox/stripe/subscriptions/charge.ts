import type { Debit } from "../core/records.ts";
import type { NewLine } from "../invoices/new-line.ts";

/** A line to bill, and for what time of which item it charges: nothing for credits and usage. */
export interface Charge {
  line: NewLine;
  debit: Omit<Debit, "source"> | null;
}
