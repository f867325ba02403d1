import type { Context } from "../core/context.ts";
import type { StripeErrorBody } from "../core/errors.ts";
import type { PaymentIntent, PaymentMethod } from "../core/objects.ts";
import { toAuthenticationPage } from "./authentication-page.ts";
import { toCardError } from "./card-error.ts";
import type { ChargeOutcome } from "./charge-customer.ts";
import { createCharge } from "./create-charge.ts";
import type { Decline } from "./declines.ts";
import { toLastError } from "./to-last-error.ts";

const settlingSeconds = 4 * 86_400;

export function succeed(ctx: Context, id: string, method: PaymentMethod): ChargeOutcome {
  const intent = ctx.db.paymentIntents.get(id);
  const captured = intent.capture_method !== "manual";
  const charge = createCharge(ctx, intent, method, { status: "succeeded", captured });
  const paymentIntent = ctx.db.paymentIntents.change(id, {
    status: captured ? "succeeded" : "requires_capture",
    amount_received: captured ? intent.amount : 0,
    amount_capturable: captured ? 0 : intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    processing: null,
  });
  const { customer } = intent;
  ctx.emit("charge.succeeded", charge, { customer });
  keepOrSpend(ctx, paymentIntent, method);
  const event = captured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated";
  ctx.emit(event, paymentIntent, { customer });
  return { status: "succeeded", paymentIntent, error: null };
}

/** A bank debit: whether it works is known in some days. */
export function awaitBank(ctx: Context, id: string, method: PaymentMethod): ChargeOutcome {
  const intent = ctx.db.paymentIntents.get(id);
  const { customer } = intent;
  const charge = createCharge(ctx, intent, method, { status: "pending", captured: true });
  const paymentIntent = ctx.db.paymentIntents.change(id, {
    status: "processing",
    latest_charge: charge.id,
    last_payment_error: null,
  });
  ctx.emit("charge.pending", charge, { customer });
  keepOrSpend(ctx, paymentIntent, method);
  ctx.emit("payment_intent.processing", paymentIntent, { customer });
  ctx.schedule("payment.settle", id, ctx.now(customer) + settlingSeconds, customer);
  return { status: "processing", paymentIntent, error: null };
}

export function decline(ctx: Context, id: string, method: PaymentMethod, declined: Decline): ChargeOutcome {
  const intent = ctx.db.paymentIntents.get(id);
  const charge = createCharge(ctx, intent, method, { status: "failed", captured: false, declined });
  ctx.emit("charge.failed", charge, { customer: intent.customer });
  return fail(ctx, id, method, toCardError(declined), charge.id);
}

/** The customer did not confirm. */
export function failAuthentication(ctx: Context, id: string, method: PaymentMethod): ChargeOutcome {
  return fail(ctx, id, method, {
    type: "card_error",
    code: "payment_intent_authentication_failure",
    message: "The provided PaymentMethod has failed authentication.",
  });
}

export function requireAction(ctx: Context, id: string, returnUrl?: string): ChargeOutcome {
  const paymentIntent = ctx.db.paymentIntents.change(id, {
    status: "requires_action",
    next_action: toAuthenticationPage(ctx, id, returnUrl),
  });
  ctx.emit("payment_intent.requires_action", paymentIntent, { customer: paymentIntent.customer });
  return { status: "requires_action", paymentIntent, error: null };
}

/** A failed payment wants another payment method: the intent lets go of this one. */
export function fail(
  ctx: Context,
  id: string,
  method: PaymentMethod,
  error: StripeErrorBody,
  charge?: string,
): ChargeOutcome {
  const paymentIntent = ctx.db.paymentIntents.change(id, {
    status: "requires_payment_method",
    payment_method: null,
    processing: null,
    latest_charge: charge ?? ctx.db.paymentIntents.get(id).latest_charge,
    last_payment_error: toLastError(error, method, charge),
  });
  ctx.emit("payment_intent.payment_failed", paymentIntent, { customer: paymentIntent.customer });
  return { status: "declined", paymentIntent, error: { ...error, charge, payment_intent: paymentIntent } };
}

/** What was paid with is the customer's from now on if the payment was to set it up; without a customer it is used up. */
function keepOrSpend(ctx: Context, intent: PaymentIntent, method: PaymentMethod): void {
  if (method.customer) return;
  if (!intent.customer || !intent.setup_future_usage) {
    ctx.db.paymentMethodRecords.change(method.id, { spent: true });
    return;
  }
  const attached = ctx.db.paymentMethods.change(method.id, { customer: intent.customer });
  ctx.emit("payment_method.attached", attached, { customer: intent.customer });
}
