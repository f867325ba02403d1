import Stripe from "stripe";
import { AppError } from "#errors.ts";

const { StripeAPIError, StripeConnectionError, StripeRateLimitError } = Stripe.errors;

/** What is only read: if Stripe fails, nothing has happened. Null where Stripe says that there is no such thing. */
export async function askStripe<Found>(asking: () => Promise<Found>): Promise<Found | null> {
  try {
    return await asking();
  } catch (cause) {
    if (isMissing(cause)) return null;
    const isDown =
      cause instanceof StripeConnectionError ||
      cause instanceof StripeAPIError ||
      cause instanceof StripeRateLimitError;
    if (!isDown) throw cause;
    const message = "Stripe, which keeps the invoices, does not answer. Try again in a minute.";
    throw new AppError("upstream_unavailable", message, { cause });
  }
}

function isMissing(thrown: unknown): boolean {
  if (!(thrown instanceof Stripe.errors.StripeInvalidRequestError)) return false;
  return thrown.code === "resource_missing" || thrown.code === "invoice_upcoming_none";
}
