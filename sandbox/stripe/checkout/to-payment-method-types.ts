import { invalidRequest } from "../core/errors.ts";
import { toMethodTypes } from "../payments/to-method-types.ts";
import type { SessionParams } from "./session-params.ts";

/** Cards, and the bank debit of the currency if there is one, as far as the session lets them. */
export function toPaymentMethodTypes(currency: string, params: SessionParams): string[] {
  const types = toMethodTypes(currency, params);
  if (types.length > 0) return types;
  throw invalidRequest("No valid payment method types for this Checkout Session.", {
    param: params.payment_method_types ? "payment_method_types" : "allowed_payment_method_types",
  });
}
