import type { Context } from "../core/context.ts";
import { invalidRequest, type StripeErrorBody } from "../core/errors.ts";
import type { PaymentMethod, SetupIntent } from "../core/objects.ts";
import { toAuthenticationPage } from "./authentication-page.ts";
import { toCardError } from "./card-error.ts";
import { findDecline } from "./declines.ts";
import { needsAuthentication } from "./needs-authentication.ts";
import { resolvePaymentMethod } from "./resolve-payment-method.ts";
import { toLastError } from "./to-last-error.ts";

export interface SetupAttempt {
  /** In place of the intent's own. */
  paymentMethod?: string;
  /** What came of asking the customer to confirm; left out if nobody was asked. */
  authenticated?: boolean;
  returnUrl?: string;
}

export interface SetupOutcome {
  status: "succeeded" | "requires_action" | "declined";
  setupIntent: SetupIntent;
  error: StripeErrorBody | null;
}

/** Makes the payment method ready for later charges, and its customer's to keep. */
export function confirmSetupIntent(ctx: Context, id: string, attempt: SetupAttempt = {}): SetupOutcome {
  const intent = ctx.db.setupIntents.get(id);
  const given = attempt.paymentMethod ?? intent.payment_method;
  assertOpen(intent);
  if (!given)
    throw invalidRequest("You cannot confirm this SetupIntent because it's missing a payment method.", {
      code: "setup_intent_unexpected_state",
    });
  const method = resolvePaymentMethod(ctx, given, "payment_method");
  const foreign = method.customer && method.customer !== intent.customer;
  if (foreign)
    throw invalidRequest(`The PaymentMethod ${method.id} belongs to another Customer.`, {
      param: "payment_method",
    });
  ctx.db.setupIntents.change(id, { payment_method: method.id, next_action: null });
  if (attempt.authenticated === false) return fail(ctx, id, method, notAuthenticated);
  if (needsAuthentication(ctx, method, attempt)) return requireAction(ctx, id, attempt.returnUrl);
  if (attempt.authenticated) ctx.db.paymentMethodRecords.change(method.id, { authenticated: true });
  const { attachable, behaviour } = ctx.db.paymentMethodRecords.get(method.id);
  const declined = attachable ? undefined : findDecline(behaviour);
  return declined ? fail(ctx, id, method, toCardError(declined)) : succeed(ctx, id, method);
}

const notAuthenticated: StripeErrorBody = {
  type: "card_error",
  code: "setup_intent_authentication_failure",
  message: "The provided PaymentMethod has failed authentication.",
};

function assertOpen({ status }: SetupIntent): void {
  if (status === "succeeded" || status === "canceled")
    throw invalidRequest(`You cannot confirm this SetupIntent because it has already ${ends[status]}.`, {
      code: "setup_intent_unexpected_state",
    });
}

const ends = { succeeded: "succeeded", canceled: "been canceled" };

function succeed(ctx: Context, id: string, method: PaymentMethod): SetupOutcome {
  const { customer } = ctx.db.setupIntents.get(id);
  if (customer && !method.customer) {
    const attached = ctx.db.paymentMethods.change(method.id, { customer });
    ctx.emit("payment_method.attached", attached, { customer });
  }
  const setupIntent = ctx.db.setupIntents.change(id, { status: "succeeded", last_setup_error: null });
  ctx.emit("setup_intent.succeeded", setupIntent, { customer });
  return { status: "succeeded", setupIntent, error: null };
}

function requireAction(ctx: Context, id: string, returnUrl?: string): SetupOutcome {
  const setupIntent = ctx.db.setupIntents.change(id, {
    status: "requires_action",
    next_action: toAuthenticationPage(ctx, id, returnUrl),
  });
  ctx.emit("setup_intent.requires_action", setupIntent, { customer: setupIntent.customer });
  return { status: "requires_action", setupIntent, error: null };
}

function fail(ctx: Context, id: string, method: PaymentMethod, error: StripeErrorBody): SetupOutcome {
  const setupIntent = ctx.db.setupIntents.change(id, {
    status: "requires_payment_method",
    payment_method: null,
    last_setup_error: toLastError(error, method),
  });
  ctx.emit("setup_intent.setup_failed", setupIntent, { customer: setupIntent.customer });
  return { status: "declined", setupIntent, error: { ...error, setup_intent: setupIntent } };
}
