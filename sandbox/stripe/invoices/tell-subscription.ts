import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { applyInvoice } from "../subscriptions/apply-invoice.ts";
import { isNew } from "./change-invoice.ts";

/** Whoever made the invoice in this same call sees the outcome itself. */
export function tellSubscription(
  ctx: Context,
  invoice: Invoice,
  outcome: Parameters<typeof applyInvoice>[2],
): void {
  if (invoice.parent?.subscription_details && !isNew(ctx, invoice.id)) applyInvoice(ctx, invoice, outcome);
}
