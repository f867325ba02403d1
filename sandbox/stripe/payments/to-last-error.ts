import type { StripeErrorBody } from "../core/errors.ts";
import type { PaymentMethod } from "../core/objects.ts";

/** An error as the intent remembers it. */
export function toLastError(
  { type, code, decline_code, advice_code, message, doc_url }: StripeErrorBody,
  payment_method: PaymentMethod,
  charge?: string,
) {
  const given = { code, decline_code, advice_code, message, doc_url, charge };
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), type, payment_method };
}
