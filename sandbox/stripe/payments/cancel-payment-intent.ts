import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { PaymentIntent } from "../core/objects.ts";

/** Of an intent that is not paid: as when its invoice is voided. */
export function cancelPaymentIntent(
  ctx: Context,
  id: string,
  cancellation_reason: PaymentIntent["cancellation_reason"],
): PaymentIntent {
  const { status, customer } = ctx.db.paymentIntents.get(id);
  if (status === "succeeded" || status === "canceled" || status === "processing")
    throw invalidRequest(
      `You cannot cancel this PaymentIntent because it has a status of ${status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action.`,
      { code: "payment_intent_unexpected_state" },
    );
  const canceled = ctx.db.paymentIntents.change(id, {
    status: "canceled",
    canceled_at: ctx.now(customer),
    cancellation_reason,
    next_action: null,
    amount_capturable: 0,
  });
  ctx.emit("payment_intent.canceled", canceled, { customer });
  return canceled;
}
