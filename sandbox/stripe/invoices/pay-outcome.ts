import type { StripeErrorBody } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";

/** How far an invoice has come. */
export type PayOutcome =
  | "paid"
  | "processing"
  | "requires_action"
  | "declined"
  | "no_payment_method"
  | "open"
  | "draft";

export interface PayResult {
  invoice: Invoice;
  outcome: PayOutcome;
  error: StripeErrorBody | null;
}
