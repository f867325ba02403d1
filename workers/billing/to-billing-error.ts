import Stripe from "stripe";
import { AppError } from "#errors.ts";
import { log } from "#lib/log.ts";

const {
  StripeAPIError,
  StripeAuthenticationError,
  StripeCardError,
  StripeConnectionError,
  StripePermissionError,
  StripeRateLimitError,
} = Stripe.errors;

/** What Stripe refused or failed at, in our words where people can do something about it. Anything else stays as it was. */
export function toBillingError(thrown: unknown): unknown {
  if (thrown instanceof StripeCardError) {
    return new AppError("payment_failed", toDecline(thrown), { cause: thrown });
  }
  if (thrown instanceof StripeRateLimitError) {
    return new AppError("upstream_busy", "Stripe takes no more requests just now. Try again in a minute.", {
      retryAfterSeconds: 60,
      cause: thrown,
    });
  }
  if (thrown instanceof StripeConnectionError || thrown instanceof StripeAPIError) {
    const message =
      "Stripe did not answer. Look at the subscription before you try again: the change may have been made.";
    return new AppError("upstream_unavailable", message, { cause: thrown });
  }
  if (thrown instanceof StripeAuthenticationError || thrown instanceof StripePermissionError) {
    log.error("billing.key-refused", thrown);
    const message = "Stripe does not accept the key that this Latchkey has. Its operator has to renew it.";
    return new AppError("billing_off", message, { cause: thrown });
  }
  return thrown;
}

const declines: Record<string, string> = {
  insufficient_funds: "The bank declined the payment: there is not enough money on the card's account.",
  expired_card: "The card has expired.",
  incorrect_cvc: "The card's security code is wrong.",
};

function toDecline({ code = "", decline_code = "" }: InstanceType<typeof StripeCardError>): string {
  // An upgrade that can wait for the bank's question comes with the address of its invoice instead.
  if (code.endsWith("payment_intent_requires_action"))
    return "The bank wants this payment confirmed, which cannot be done while another change of the plan is scheduled. Take that back first.";
  return declines[decline_code] ?? declines[code] ?? "The bank declined the payment.";
}
