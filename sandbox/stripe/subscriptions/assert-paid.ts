import { StripeError } from "../core/errors.ts";
import type { Subscription } from "../core/objects.ts";
import type { PayResult } from "../invoices/pay-outcome.ts";
import { noPaymentMethod } from "../invoices/to-payment-error.ts";
import type { PaymentBehavior } from "./subscription-params.ts";

/** Refuses what could not be charged where the caller wants all or nothing, or where there is nothing to charge. */
export function assertPaid(
  { collection_method }: Subscription,
  { outcome, error }: PayResult,
  behavior: PaymentBehavior = "allow_incomplete",
): void {
  if (collection_method === "send_invoice") return;
  if (outcome === "no_payment_method" && behavior !== "pending_if_incomplete")
    throw new StripeError(400, noPaymentMethod);
  if (behavior === "error_if_incomplete" && error) throw new StripeError(402, error);
}
