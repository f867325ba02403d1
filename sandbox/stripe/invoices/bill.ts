import type { Context } from "../core/context.ts";
import type { Invoice, Subscription } from "../core/objects.ts";
import { addUp } from "./amounts.ts";
import { createInvoiceItem } from "./create-invoice-item.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { invoicesOf } from "./lines-of.ts";
import { newInvoice } from "./new-invoice.ts";
import type { NewLine } from "./new-line.ts";
import { attemptPayment } from "./pay-invoice.ts";
import type { PayResult } from "./pay-outcome.ts";
import { openPayment } from "./payments-of.ts";
import { dueWith, sweepPendingItems } from "./pending-items.ts";
import { toItemLine, toSubscriptionLine } from "./to-line.ts";

export interface Bill {
  customer: string;
  subscription: Subscription | null;
  reason: NonNullable<Invoice["billing_reason"]>;
  lines: NewLine[];
  /** Whether the items that wait go in too: the subscription's and those of no subscription. */
  sweepPending: boolean;
  /** `later` leaves a draft for an hour or more, and then charges it; `never` leaves it to whoever finalizes it. */
  finalize: "now" | "later" | "never";
  pay: "attempt" | "leave_open";
  offSession: boolean;
  at?: number;
}

const draftTime = 3600;

/**
 * Makes an invoice. What the outcome means for the subscription is the caller's to see to; what becomes of the
 * invoice after this call is told to `applyInvoice`.
 */
export function bill(ctx: Context, request: Bill): PayResult {
  const draft = draftInvoice(ctx, request);
  if (request.finalize !== "now") {
    const invoice = request.finalize === "later" ? finalizeLater(ctx, draft) : leaveDraft(ctx, draft);
    ctx.emit("invoice.created", invoice, request);
    return { invoice, outcome: "draft", error: null };
  }
  ctx.emit("invoice.created", draft, request);
  const invoice = finalizeInvoice(ctx, draft.id);
  if (invoice.status === "paid") return { invoice, outcome: "paid", error: null };
  if (request.pay === "leave_open" || invoice.collection_method === "send_invoice")
    return { invoice: openPayment(ctx, invoice), outcome: "open", error: null };
  return attemptPayment(ctx, invoice, { offSession: request.offSession });
}

function finalizeLater(ctx: Context, { id, created, customer, collection_method }: Invoice): Invoice {
  const at = created + draftTime;
  ctx.schedule("invoice.finalize", id, at, customer);
  const next_payment_attempt = collection_method === "charge_automatically" ? at : null;
  return ctx.db.invoices.change(id, { automatically_finalizes_at: at, next_payment_attempt });
}

const leaveDraft = ({ db }: Context, { id }: Invoice): Invoice =>
  db.invoices.change(id, { auto_advance: false });

/** The invoice before anybody is told of it. */
function draftInvoice(ctx: Context, request: Bill): Invoice {
  const { customer, subscription, reason, lines, sweepPending } = request;
  const at = request.at ?? ctx.now(customer);
  const currency = lines[0]?.currency ?? subscription?.currency ?? "usd";
  const period = { start: periodStart(ctx, request, at), end: at };
  const { id } = newInvoice(ctx, { customer, subscription, reason, currency, period, at });
  if (sweepPending) sweepPendingItems(ctx, id, dueWith(customer, subscription?.id ?? null));
  for (const line of lines)
    ctx.db.invoiceLines.put(
      line.proration
        ? toItemLine(ctx, id, createInvoiceItem(ctx, customer, line, at, id))
        : toSubscriptionLine(ctx, id, line),
    );
  return addUp(ctx, ctx.db.invoices.get(id));
}

/** The time since the subscription's last regular invoice, for which this one collects. */
function periodStart({ db }: Context, { subscription, reason }: Bill, at: number): number {
  if (!subscription || reason === "subscription_create") return at;
  const regular = invoicesOf(db, subscription).filter(
    ({ billing_reason }) =>
      billing_reason === "subscription_create" || billing_reason === "subscription_cycle",
  );
  return Math.min(regular.at(-1)?.period_end ?? at, at);
}
