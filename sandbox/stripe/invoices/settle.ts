import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import type { ChargeOutcome } from "../payments/charge-customer.ts";
import { isHardDecline } from "../payments/declines.ts";
import { changeInvoice } from "./change-invoice.ts";
import { markPaid } from "./mark-paid.ts";
import type { PayResult } from "./pay-outcome.ts";
import { isRetried, scheduleRetry, toNextAttempt } from "./retry-schedule.ts";
import { tellSubscription } from "./tell-subscription.ts";
import { toPaymentError } from "./to-payment-error.ts";

/** Does to the invoice what came of a try to pay it. */
export function settle(ctx: Context, id: string, charged: ChargeOutcome, isRetry = false): PayResult {
  const invoice = ctx.db.invoices.get(id);
  const attempt_count = invoice.attempted && !isRetry ? invoice.attempt_count : invoice.attempt_count + 1;
  const { status } = charged;
  if (status === "succeeded")
    return { invoice: markPaid(ctx, invoice, { attempt_count }), outcome: "paid", error: null };
  if (status === "processing") return { ...wait(ctx, id, attempt_count), outcome: status, error: null };
  const failed = markFailed(ctx, invoice, charged, attempt_count);
  return { invoice: failed, outcome: status, error: toPaymentError(charged) };
}

/** A bank debit is under way: nothing more is tried until it comes back. */
function wait(ctx: Context, id: string, attempt_count: number): { invoice: Invoice } {
  ctx.unschedule("invoice.retry", id);
  const invoice = changeInvoice(ctx, id, { attempt_count, attempted: true, next_payment_attempt: null });
  tellSubscription(ctx, invoice, "processing");
  return { invoice };
}

function markFailed(
  ctx: Context,
  former: Invoice,
  { status, error, paymentIntent }: ChargeOutcome,
  attempt_count: number,
): Invoice {
  const { id, customer } = former;
  if (isHardDecline(error)) {
    const refused = paymentIntent.last_payment_error?.payment_method?.id ?? null;
    ctx.db.invoiceRecords.change(id, { refused });
  }
  const planned = attempt_count === former.attempt_count ? former.next_payment_attempt : null;
  const next_payment_attempt = planned ?? toNextAttempt(ctx, former, attempt_count);
  const changes = { attempt_count, attempted: true, next_payment_attempt };
  const failed = { ...former, ...changes };
  if (status === "requires_action") ctx.emit("invoice.payment_action_required", failed, { customer });
  ctx.emit("invoice.payment_failed", failed, { customer });
  const invoice = changeInvoice(ctx, id, changes);
  scheduleRetry(ctx, invoice);
  const isLast = isRetried(ctx, invoice) && next_payment_attempt === null;
  tellSubscription(ctx, invoice, isLast ? "retries_exhausted" : toOutcome(status));
  if (customer && isRetried(ctx, invoice)) changeCustomer(ctx, customer, { delinquent: true });
  return invoice;
}

const toOutcome = (status: ChargeOutcome["status"]) => (status === "succeeded" ? "paid" : status);
