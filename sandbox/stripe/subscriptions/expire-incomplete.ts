import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { voidInvoice } from "../invoices/void-invoice.ts";
import { changeSubscription } from "./save-subscription.ts";

/** Its first invoice was not paid in time, unless a bank debit is still under way. */
export function expireIncomplete(ctx: Context, id: string): void {
  const before = ctx.db.subscriptions.find(id);
  if (before?.status !== "incomplete" || isPaymentUnderWay(ctx, before)) return;
  const ended_at = ctx.now(before.customer);
  changeSubscription(ctx, id, { status: "incomplete_expired", ended_at });
  const { latest_invoice } = before;
  if (latest_invoice && ctx.db.invoices.get(latest_invoice).status === "open")
    voidInvoice(ctx, latest_invoice);
}

function isPaymentUnderWay({ db }: Context, { latest_invoice }: Subscription): boolean {
  const intents = db.invoicePayments
    .by("invoice", latest_invoice ?? "")
    .flatMap(({ payment }) => payment.payment_intent ?? []);
  return intents.some((intent) => db.paymentIntents.get(intent).status === "processing");
}
