import type { Context } from "../core/context.ts";
import type { PaymentIntent, PaymentMethod } from "../core/objects.ts";
import { behaviourOf } from "./behaviour-of.ts";
import { toCardError } from "./card-error.ts";
import type { ChargeOutcome } from "./charge-customer.ts";
import { tellInvoice } from "./confirm-payment-intent.ts";
import { toOutcome } from "./create-charge.ts";
import { type Decline, findDecline } from "./declines.ts";
import { fail } from "./payment-results.ts";

/** The bank says what came of a debit. */
export function settlePayment(ctx: Context, id: string): void {
  const intent = ctx.db.paymentIntents.find(id);
  if (intent?.status !== "processing" || !intent.payment_method || !intent.latest_charge) return;
  const method = ctx.db.paymentMethods.get(intent.payment_method);
  const declined = findDecline(behaviourOf(ctx, method));
  tellInvoice(ctx, declined ? returnDebit(ctx, intent, method, declined) : completeDebit(ctx, intent));
}

function completeDebit(ctx: Context, { id, amount, customer, latest_charge }: PaymentIntent): ChargeOutcome {
  const charge = ctx.db.charges.change(latest_charge ?? "", {
    status: "succeeded",
    paid: true,
    amount_captured: amount,
  });
  const paymentIntent = ctx.db.paymentIntents.change(id, { status: "succeeded", amount_received: amount });
  ctx.emit("charge.succeeded", charge, { customer });
  ctx.emit("payment_intent.succeeded", paymentIntent, { customer });
  return { status: "succeeded", paymentIntent, error: null };
}

function returnDebit(
  ctx: Context,
  { id, customer, latest_charge }: PaymentIntent,
  method: PaymentMethod,
  declined: Decline,
): ChargeOutcome {
  const charge = ctx.db.charges.change(latest_charge ?? "", {
    status: "failed",
    failure_code: declined.code,
    failure_message: declined.message,
    outcome: toOutcome(declined),
  });
  ctx.emit("charge.failed", charge, { customer });
  return fail(ctx, id, method, toCardError(declined), charge.id);
}
