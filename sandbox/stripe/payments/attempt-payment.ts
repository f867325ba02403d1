import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { PaymentIntent, PaymentMethod } from "../core/objects.ts";
import type { CardBehaviour } from "../core/records.ts";
import { behaviourOf } from "./behaviour-of.ts";
import type { ChargeOutcome } from "./charge-customer.ts";
import { authenticationRequired, findDecline } from "./declines.ts";
import { needsAuthentication } from "./needs-authentication.ts";
import { awaitBank, decline, failAuthentication, requireAction, succeed } from "./payment-results.ts";
import { resolvePaymentMethod } from "./resolve-payment-method.ts";

export interface Attempt {
  /** In place of the intent's own. */
  paymentMethod?: string;
  /** What came of asking the customer to confirm; left out if nobody was asked. */
  authenticated?: boolean;
  offSession?: boolean;
  /** Where the customer goes after having been asked. */
  returnUrl?: string;
}

/** Tries to take the money. For those who act on the outcome themselves; others use confirmPaymentIntent. */
export function attemptPayment(ctx: Context, id: string, attempt: Attempt = {}): ChargeOutcome {
  const intent = ctx.db.paymentIntents.get(id);
  assertOpen(intent);
  const given = attempt.paymentMethod ?? intent.payment_method;
  if (!given) return { status: "no_payment_method", paymentIntent: intent, error: null };
  const method = resolvePaymentMethod(ctx, given, "payment_method");
  const { invoice, offSession } = ctx.db.paymentIntentRecords.get(id);
  if (!invoice) assertAllowed(intent, method);
  assertTheirs(intent, method);
  ctx.db.paymentIntents.change(id, { payment_method: method.id, next_action: null });
  if (attempt.authenticated === false) return failAuthentication(ctx, id, method);
  if (needsAuthentication(ctx, method, attempt)) {
    const nobodyToAsk = attempt.offSession ?? offSession;
    // An invoice waits for its customer; a bare payment off session has nobody to wait for.
    if (nobodyToAsk && !invoice) return decline(ctx, id, method, authenticationRequired);
    return requireAction(ctx, id, attempt.returnUrl);
  }
  if (attempt.authenticated) ctx.db.paymentMethodRecords.change(method.id, { authenticated: true });
  const behaviour = behaviourOf(ctx, method);
  if (method.type !== "card" || isDelayed(behaviour)) return awaitBank(ctx, id, method);
  const declined = findDecline(behaviour);
  return declined ? decline(ctx, id, method, declined) : succeed(ctx, id, method);
}

const isDelayed = (behaviour: CardBehaviour) => behaviour === "settles_later" || behaviour === "fails_later";

const openStatuses: PaymentIntent["status"][] = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
];

function assertOpen({ status }: PaymentIntent): void {
  if (openStatuses.includes(status)) return;
  const why =
    status === "succeeded"
      ? "it has already succeeded after being previously confirmed"
      : `it has a status of ${status}`;
  throw invalidRequest(`You cannot confirm this PaymentIntent because ${why}.`, {
    code: "payment_intent_unexpected_state",
  });
}

function assertAllowed({ payment_method_types }: PaymentIntent, { type }: PaymentMethod): void {
  if (!payment_method_types.includes(type))
    throw invalidRequest(
      `The PaymentMethod provided (${type}) is not allowed for this PaymentIntent, whose types are: ${payment_method_types.join(", ")}.`,
      { code: "payment_intent_incompatible_payment_method", param: "payment_method" },
    );
}

function assertTheirs({ customer }: PaymentIntent, method: PaymentMethod): void {
  if (method.customer && method.customer !== customer)
    throw invalidRequest(
      `The PaymentMethod ${method.id} belongs to the Customer ${method.customer}. Please include the Customer in the \`customer\` parameter.`,
      { param: "payment_method" },
    );
}
