import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { changeInvoice } from "./change-invoice.ts";
import { attemptPayment, findMethod } from "./pay-invoice.ts";
import { scheduleRetry, toNextAttempt } from "./retry-schedule.ts";
import { tellSubscription } from "./tell-subscription.ts";

/** The try that was due. A retry with nothing new to pay with counts, and nothing is charged. */
export function retryPayment(ctx: Context, id: string): void {
  const invoice = ctx.db.invoices.find(id);
  if (invoice?.status !== "open" || !invoice.auto_advance) return;
  const method = findMethod(ctx, invoice);
  const isHopeless = !method || method === ctx.db.invoiceRecords.get(id).refused;
  if (invoice.attempted && isHopeless) skip(ctx, invoice);
  else attemptPayment(ctx, invoice, { offSession: true, isRetry: true });
}

function skip(ctx: Context, invoice: Invoice): void {
  const attempt_count = invoice.attempt_count + 1;
  const next_payment_attempt = toNextAttempt(ctx, invoice, attempt_count);
  const skipped = changeInvoice(ctx, invoice.id, { attempt_count, next_payment_attempt });
  scheduleRetry(ctx, skipped);
  if (next_payment_attempt === null) tellSubscription(ctx, skipped, "retries_exhausted");
}
