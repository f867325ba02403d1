import type { Context } from "../core/context.ts";
import { isPaymentUnderWay } from "../invoices/payments-of.ts";
import { voidInvoice } from "../invoices/void-invoice.ts";
import { changeSubscription } from "./save-subscription.ts";

/** Its first invoice was not paid in time, unless a bank debit is still under way. */
export function expireIncomplete(ctx: Context, id: string): void {
  const before = ctx.db.subscriptions.find(id);
  if (before?.status !== "incomplete" || isPaymentUnderWay(ctx.db, before.latest_invoice ?? "")) return;
  const ended_at = ctx.now(before.customer);
  changeSubscription(ctx, id, { status: "incomplete_expired", ended_at });
  const { latest_invoice } = before;
  if (latest_invoice && ctx.db.invoices.get(latest_invoice).status === "open")
    voidInvoice(ctx, latest_invoice);
}
