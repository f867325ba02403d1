import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import { assertOpen } from "./assert-status.ts";
import { changeInvoice } from "./change-invoice.ts";
import { tellSubscription } from "./tell-subscription.ts";

/** Gives the debt up; it may still be paid. */
export function markUncollectible(ctx: Context, id: string): Invoice {
  const { customer, status, status_transitions } = ctx.db.invoices.get(id);
  assertOpen(status);
  ctx.unschedule("invoice.retry", id);
  const invoice = changeInvoice(ctx, id, {
    status: "uncollectible",
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...status_transitions, marked_uncollectible_at: ctx.now(customer) },
  });
  ctx.emit("invoice.marked_uncollectible", invoice, { customer });
  tellSubscription(ctx, invoice, "uncollectible");
  if (customer) changeCustomer(ctx, customer, { delinquent: false });
  return invoice;
}
