import type { Context } from "../core/context.ts";
import type { InvoiceItem } from "../core/objects.ts";
import { removeItem } from "./remove-invoice-item.ts";
import { toItemLine } from "./to-line.ts";

/** Whose items: of which customer, and which of them by the subscription they belong to, if they do to any. */
export interface ItemScope {
  customer: string;
  takes: (subscription: string | null) => boolean;
}

/** What the next invoice of a subscription takes: its own items and those of no other; without one, only the latter. */
export const dueWith = (customer: string, subscription: string | null): ItemScope => ({
  customer,
  takes: (owner) => owner === null || owner === subscription,
});

export const onlyOf = (customer: string, subscription: string): ItemScope => ({
  customer,
  takes: (owner) => owner === subscription,
});

/** Newest first, as invoices show them. */
export function pendingItemsOf(ctx: Context, { customer, takes }: ItemScope): InvoiceItem[] {
  return ctx.db.invoiceItems
    .by("customer", customer)
    .filter((item) => item.invoice === null && takes(subscriptionOf(item)))
    .sort((a, b) => b.date - a.date);
}

/** Puts the items that wait on the invoice. */
export function sweepPendingItems(ctx: Context, invoice: string, scope: ItemScope): void {
  const { currency } = ctx.db.invoices.get(invoice);
  for (const item of pendingItemsOf(ctx, scope))
    if (item.currency === currency) putItemOn(ctx, invoice, item);
}

export function putItemOn(ctx: Context, invoice: string, item: InvoiceItem): void {
  const taken = ctx.db.invoiceItems.put({ ...item, invoice });
  ctx.db.invoiceLines.put(toItemLine(ctx, invoice, taken));
}

/** Forgets the prorations that wait, as when a subscription ends without a last invoice. */
export function dropProrations(ctx: Context, owner: { customer: string; subscription: string }): void {
  for (const item of pendingItemsOf(ctx, onlyOf(owner.customer, owner.subscription)))
    if (item.proration) removeItem(ctx, item);
}

const subscriptionOf = ({ parent }: InvoiceItem) => parent?.subscription_details?.subscription ?? null;
