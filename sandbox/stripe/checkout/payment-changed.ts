import type { Context } from "../core/context.ts";

/**
 * To be called when a payment that was under way has come to an end. `payment` is the id of the invoice or, if there is
 * none, of the payment intent. Does nothing if no checkout session waits for it.
 */
export function checkoutPaymentChanged(ctx: Context, payment: string, outcome: "paid" | "failed"): void {
  const [session] = ctx.db.checkoutSessions.where(
    ({ invoice, payment_intent, status, payment_status }) =>
      [invoice, payment_intent].includes(payment) && status === "complete" && payment_status === "unpaid",
  );
  if (!session) return;
  if (outcome === "failed") {
    ctx.emit("checkout.session.async_payment_failed", session, { customer: session.customer });
    return;
  }
  const paid = ctx.db.checkoutSessions.change(session.id, { payment_status: "paid" });
  ctx.emit("checkout.session.async_payment_succeeded", paid, { customer: session.customer });
}
