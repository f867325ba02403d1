import type { Context } from "../core/context.ts";
import { previewUpcoming } from "../invoices/preview-upcoming.ts";

/** Tells what the next invoice will ask for, some days before. */
export function announceInvoice(ctx: Context, id: string): void {
  const subscription = ctx.db.subscriptions.find(id);
  const upcoming = subscription && previewUpcoming(ctx, subscription);
  if (upcoming) ctx.emit("invoice.upcoming", upcoming, { customer: subscription.customer });
}
