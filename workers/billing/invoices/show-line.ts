import type Stripe from "stripe";
import type { ItemKind } from "../prices.ts";
import { toBilledLine } from "../proof/billed-invoice.ts";
import { toMs } from "../sync/to-subscription-state.ts";

/** A line as people see it. Cents and milliseconds. */
export interface ShownLine {
  description: string;
  /** What is sold; null for what is none of ours. */
  kind: ItemKind["kind"] | null;
  plan: ItemKind["plan"] | null;
  quantity: number;
  amount: number;
  /** Whether it settles a change within a period. */
  isProration: boolean;
  periodStart: number;
  periodEnd: number;
}

export function showLine(line: Stripe.InvoiceLineItem): ShownLine {
  const { description, sold, quantity, amount, isProration, start, end } = toBilledLine(line);
  const { kind = null, plan = null } = sold ?? {};
  const [periodStart, periodEnd] = [toMs(start), toMs(end)];
  return { description, kind, plan, quantity, amount, isProration, periodStart, periodEnd };
}
