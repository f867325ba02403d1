import type { Context } from "../core/context.ts";
import { StripeError } from "../core/errors.ts";
import type { CheckoutSession } from "../core/objects.ts";
import { chargeSession } from "./charge-session.ts";

/** Of an attempt that ends with a declined card there stays the failed payment, and nothing of what it would have paid for. */
export function keepDecline<Result>(
  ctx: Context,
  { session, paymentMethod }: { session: CheckoutSession; paymentMethod: string | null },
  attempt: () => Result,
): Result {
  const mark = ctx.db.mark();
  const told = ctx.happenings.length;
  try {
    return attempt();
  } catch (error) {
    const { amount_total: amount, currency, customer } = session;
    const isDecline = error instanceof StripeError && error.body.type === "card_error";
    if (!isDecline || !paymentMethod || !amount || !currency) throw error;
    ctx.db.rollbackTo(mark);
    ctx.happenings.length = told;
    const { paymentIntent, status } = chargeSession(ctx, session, {
      customer,
      paymentMethod,
      amount,
      currency,
    });
    if (status !== "declined") throw error;
    // The subscription's own payment would have been its invoice's; a one-time payment is tried again.
    if (session.mode === "payment")
      ctx.db.checkoutSessions.change(session.id, { payment_intent: paymentIntent.id });
    throw new StripeError(error.status, error.body, { keepsChanges: true });
  }
}
