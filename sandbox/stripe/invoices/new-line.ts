import type { Price } from "../core/objects.ts";

/** A line that is to be billed, now or with the next invoice. */
export interface NewLine {
  amount: number;
  currency: string;
  description: string | null;
  quantity: number | null;
  /** What one costs, where no price says it. */
  unitAmount?: string;
  price: Price | null;
  period: { start: number; end: number };
  proration: boolean;
  subscription: string | null;
  subscriptionItem: string | null;
  /** What a credit takes back. */
  creditedItems?: { invoice: string; invoice_line_items: string[] } | null;
  discountable: boolean;
  metadata?: Record<string, string>;
}
