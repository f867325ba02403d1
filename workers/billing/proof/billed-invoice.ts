import type Stripe from "stripe";
import { findItemKind, type ItemKind } from "../prices.ts";
import type { Period } from "./billing-periods.ts";

/** A line as Stripe has it. Cents and seconds. */
export interface BilledLine extends Period {
  id: string;
  description: string;
  /** Null for what is not sold here. */
  sold: ItemKind | null;
  isProration: boolean;
  quantity: number;
  amount: number;
}

/** An invoice as Stripe has it. */
export interface BilledInvoice {
  id: string;
  number: string | null;
  status: string;
  /** False for what nobody has to pay: it was taken back, or a change of plan waits for it and is off without it. */
  isBinding: boolean;
  /** Whether it has all that waited. A change of plan is charged by itself. */
  isCollecting: boolean;
  subscriptionId: string | null;
  createdAt: number;
  /** Null for a draft. */
  finalizedAt: number | null;
  currency: string;
  total: number;
  amountDue: number;
  amountPaid: number;
  /** What the customer had in hand, as Stripe counts it: negative for a credit. */
  startingBalance: number;
  endingBalance: number | null;
  lines: BilledLine[];
}

export interface StripeBills {
  invoices: BilledInvoice[];
  /** What the customer has in hand now; null for a customer that was deleted. */
  balance: number | null;
}

export function toBilledInvoice(invoice: Stripe.Invoice, lines: Stripe.InvoiceLineItem[]): BilledInvoice {
  const subscription = invoice.parent?.subscription_details?.subscription;
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status ?? "draft",
    isCollecting: invoice.billing_reason !== "subscription_update",
    isBinding: invoice.status !== "void" && !isTentative(invoice),
    subscriptionId: typeof subscription === "string" ? subscription : (subscription?.id ?? null),
    createdAt: invoice.created,
    finalizedAt: invoice.status_transitions.finalized_at,
    currency: invoice.currency,
    total: invoice.total,
    amountDue: invoice.amount_due,
    amountPaid: invoice.amount_paid,
    startingBalance: invoice.starting_balance,
    endingBalance: invoice.ending_balance,
    lines: lines.map(toBilledLine),
  };
}

const isTentative = ({ status, billing_reason }: Stripe.Invoice) =>
  status === "open" && billing_reason === "subscription_update";

export function toBilledLine(line: Stripe.InvoiceLineItem): BilledLine {
  const { id, description, parent, pricing, period, quantity, amount } = line;
  return {
    id,
    description: description ?? "",
    sold: findItemKind(pricing?.price_details?.product),
    isProration: parent?.subscription_item_details?.proration ?? false,
    start: period.start,
    end: period.end,
    quantity: quantity ?? 0,
    amount,
  };
}
