import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import { changeInvoice } from "./change-invoice.ts";
import { completePayment, findOpenPayment } from "./payments-of.ts";
import { tellSubscription } from "./tell-subscription.ts";

/** Closes an invoice that is paid, or that asked for nothing. */
export function markPaid(ctx: Context, { id }: Invoice, changes: Partial<Invoice> = {}): Invoice {
  const former = ctx.db.invoices.get(id);
  const { customer, amount_due, status_transitions } = former;
  const payment = findOpenPayment(ctx.db, id);
  if (payment) completePayment(ctx, former, payment);
  ctx.unschedule("invoice.retry", id);
  const invoice = changeInvoice(ctx, id, {
    status: "paid",
    amount_paid: amount_due,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...status_transitions, paid_at: ctx.now(customer) },
    ...changes,
  });
  ctx.emit("invoice.paid", invoice, { customer });
  ctx.emit("invoice.payment_succeeded", invoice, { customer });
  tellSubscription(ctx, invoice, "paid");
  if (customer) changeCustomer(ctx, customer, { delinquent: false });
  return invoice;
}
