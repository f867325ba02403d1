import type { ItemKind } from "../prices.ts";
import type { Period } from "./billing-periods.ts";

/** A line that the ledger says an invoice must have. */
export interface ExpectedLine extends ItemKind, Period {
  /** `period`: in advance for a whole one; `usage`: afterwards; the others: what a change within a period gives back and takes. */
  type: "period" | "credit" | "debit" | "usage";
  quantity: number;
  /** Cents; negative for a credit. */
  amount: number;
  /** When it came to be, in seconds: the next invoice has it. */
  at: number;
  cause: string;
}
