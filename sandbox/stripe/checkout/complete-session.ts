import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { CheckoutSession } from "../core/objects.ts";
import { attachPaymentMethod } from "../payments/attach-payment-method.ts";
import { needsAuthentication } from "../payments/needs-authentication.ts";
import type { CheckoutPayer } from "./checkout-data.ts";
import { keepDecline } from "./keep-decline.ts";
import { makePayment } from "./make-payment.ts";
import { makeSetup } from "./make-setup.ts";
import { makeSubscription } from "./make-subscription.ts";
import { requireCustomer } from "./require-customer.ts";
import { toCustomerDetails } from "./to-customer-details.ts";

export interface Submission {
  payer: CheckoutPayer;
  /** Null where nothing is to be paid and no card is asked for. */
  paymentMethod: string | null;
}

/** What the session has made, as its object names it. */
export type Made = Pick<CheckoutSession, "payment_status"> &
  Partial<Pick<CheckoutSession, "invoice" | "payment_intent" | "setup_intent" | "subscription">>;

/** The customer pays. Null if their bank wants to hear from them first: then `authorize` goes on. */
export function submitSession(ctx: Context, id: string, submission: Submission): CheckoutSession | null {
  const { customer } = requireOpen(ctx, id);
  const { payer, paymentMethod } = submission;
  if (paymentMethod) {
    const method = ctx.db.paymentMethods.get(paymentMethod, "payment_method");
    if (needsAuthentication(ctx, { ...method, customer }, {})) {
      ctx.db.checkoutRecords.change(id, { waiting: { payer, paymentMethod } });
      return null;
    }
  }
  return complete(ctx, id, submission);
}

/** Their bank has heard from them. */
export function authorizeSession(ctx: Context, id: string): CheckoutSession {
  requireOpen(ctx, id);
  const { waiting } = ctx.db.checkoutRecords.get(id);
  if (!waiting) throw invalidRequest("This Checkout Session does not wait for an authorization.");
  ctx.db.checkoutRecords.change(id, { waiting: null });
  ctx.db.paymentMethodRecords.change(waiting.paymentMethod, { authenticated: true });
  return complete(ctx, id, waiting);
}

function complete(ctx: Context, id: string, submission: Submission): CheckoutSession {
  const session = requireOpen(ctx, id);
  const { paymentMethod } = submission;
  return keepDecline(ctx, { session, paymentMethod }, () => pay(ctx, session, submission));
}

function pay(ctx: Context, session: CheckoutSession, { payer, paymentMethod }: Submission): CheckoutSession {
  const { id } = session;
  const customer = requireCustomer(ctx, session, payer);
  if (customer && paymentMethod && keepsCard(ctx, session))
    attachPaymentMethod(ctx, { paymentMethod, customer: customer.id });
  const made = make(ctx, session, { customer: customer?.id ?? null, paymentMethod });
  ctx.unschedule("checkout.expire", id);
  const completed = ctx.db.checkoutSessions.change(id, {
    ...made,
    customer: customer?.id ?? null,
    customer_details: toCustomerDetails({ customer, ...payer }),
    automatic_tax: session.automatic_tax.enabled
      ? { ...session.automatic_tax, status: "complete" }
      : session.automatic_tax,
    status: "complete",
    url: null,
  });
  ctx.emit("checkout.session.completed", completed, { customer: completed.customer });
  return completed;
}

export interface Payment {
  customer: string | null;
  paymentMethod: string | null;
}

function make(ctx: Context, session: CheckoutSession, payment: Payment): Made {
  if (session.mode === "subscription") return makeSubscription(ctx, session, payment);
  if (session.mode === "setup") return makeSetup(ctx, session, payment);
  return makePayment(ctx, session, payment);
}

/** A one-time payment leaves no card behind unless it was asked to. */
const keepsCard = ({ db }: Context, { id, mode }: CheckoutSession) =>
  mode !== "payment" || db.checkoutRecords.get(id).data.payment_intent_data?.setup_future_usage !== undefined;

export function requireOpen({ db }: Context, id: string): CheckoutSession {
  const session = db.checkoutSessions.get(id);
  if (session.status === "open") return session;
  const why = session.status === "complete" ? "has already been completed" : "has expired";
  throw invalidRequest(`This Checkout Session ${why}.`, { code: "checkout_session_not_open" });
}
