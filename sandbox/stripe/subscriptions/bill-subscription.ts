import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import type { Debit } from "../core/records.ts";
import { type Bill, bill } from "../invoices/bill.ts";
import { createInvoiceItem } from "../invoices/create-invoice-item.ts";
import type { PayResult } from "../invoices/pay-outcome.ts";
import { withoutUsedUp } from "../invoices/use-up-discounts.ts";
import type { Charge } from "./charge.ts";

type How = Omit<Bill, "customer" | "lines" | "subscription">;

/** Puts the charges on an invoice. `debits` are what it charges for, `discounts` those that the subscription still has. */
export function billCharges(
  ctx: Context,
  subscription: Subscription,
  charges: Charge[],
  how: How,
): PayResult & { debits: Debit[]; discounts: string[] } {
  const lines = charges.map(({ line }) => line);
  const { customer } = subscription;
  const result = bill(ctx, { ...how, customer, subscription, lines });
  const discounts = withoutUsedUp(ctx, subscription.discounts, result.invoice);
  return { ...result, debits: toDebits(charges, () => result.invoice.id), discounts };
}

/** Leaves the charges for the next invoice. */
export function leavePending(
  ctx: Context,
  { customer }: Subscription,
  charges: Charge[],
  at: number,
): Debit[] {
  const items = new Map(
    charges.map(({ line }) => [line, createInvoiceItem(ctx, customer, line, at).id] as const),
  );
  return toDebits(charges, ({ line }) => items.get(line) ?? "");
}

const toDebits = (charges: Charge[], sourceOf: (charge: Charge) => string): Debit[] =>
  charges.flatMap((charge) => (charge.debit ? [{ ...charge.debit, source: sourceOf(charge) }] : []));
