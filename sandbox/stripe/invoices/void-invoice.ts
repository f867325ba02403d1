import type { Context } from "../core/context.ts";
import type { Invoice } from "../core/objects.ts";
import { changeBalance } from "../customers/change-balance.ts";
import { assertUnpaid } from "./assert-status.ts";
import { cancelPayment } from "./cancel-payment.ts";
import { changeInvoice } from "./change-invoice.ts";
import { tellSubscription } from "./tell-subscription.ts";

/** Takes the invoice back for good: nothing is owed, and what the customer had in hand is there again. */
export function voidInvoice(ctx: Context, id: string): Invoice {
  const { customer, currency, starting_balance, ending_balance, ...former } = ctx.db.invoices.get(id);
  assertUnpaid(former.status);
  cancelPayment(ctx, id);
  ctx.unschedule("invoice.retry", id);
  const amount = starting_balance - (ending_balance ?? starting_balance);
  if (amount !== 0 && customer)
    changeBalance(ctx, { customer, amount, currency, type: "unapplied_from_invoice", invoice: id });
  const voided = changeInvoice(ctx, id, {
    status: "void",
    auto_advance: false,
    next_payment_attempt: null,
    status_transitions: { ...former.status_transitions, voided_at: ctx.now(customer) },
  });
  ctx.emit("invoice.voided", voided, { customer });
  tellSubscription(ctx, voided, "voided");
  return voided;
}
