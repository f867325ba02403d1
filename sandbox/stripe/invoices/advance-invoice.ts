import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { isRefused } from "../events/acknowledged.ts";
import { finalizeInvoice } from "./finalize-invoice.ts";
import { attemptPayment } from "./pay-invoice.ts";
import { findOpenPayment, openPayment } from "./payments-of.ts";
import { tellSubscription } from "./tell-subscription.ts";

const hour = 3600;
/** How long Stripe waits for an endpoint that fails on the draft. */
const longestWait = 72 * hour;

/** The draft's time has come. */
export function finalizeDue(ctx: Context, id: string): void {
  const draft = ctx.db.invoices.find(id);
  if (draft?.status !== "draft" || !draft.auto_advance) return;
  const now = ctx.now(draft.customer);
  if (now < draft.created + longestWait && isRefused(ctx, "invoice.created", id))
    ctx.schedule("invoice.finalize", id, now + hour, draft.customer);
  else collect(ctx, finalizeInvoice(ctx, id));
}

/** Charges an open invoice, or sends it. */
function collect(ctx: Context, invoice: Invoice): void {
  if (invoice.status !== "open") return;
  if (invoice.collection_method === "send_invoice") sendInvoice(ctx, invoice);
  else attemptPayment(ctx, invoice, { offSession: true });
}

/** The mail itself is left out. */
export function sendInvoice(ctx: Context, invoice: Invoice): Invoice {
  if (!findOpenPayment(ctx.db, invoice.id)) openPayment(ctx, invoice);
  ctx.emit("invoice.sent", invoice, { customer: invoice.customer });
  return invoice;
}

/** The day by which it was to be paid has passed. */
export function markOverdue(ctx: Context, id: string): void {
  const invoice = ctx.db.invoices.find(id);
  if (invoice?.status !== "open") return;
  ctx.emit("invoice.overdue", invoice, { customer: invoice.customer });
  tellSubscription(ctx, invoice, "no_payment_method");
}
