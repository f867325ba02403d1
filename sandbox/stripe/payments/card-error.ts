import type { StripeErrorBody } from "../core/errors.ts";
import type { Decline } from "./declines.ts";

/** What the API says of a payment that a bank declined. */
export const toCardError = (decline: Decline): StripeErrorBody => ({
  type: "card_error",
  code: decline.code,
  decline_code: decline.decline_code,
  advice_code: decline.advice_code,
  message: decline.message,
  doc_url: `https://stripe.com/docs/error-codes/${decline.code.replaceAll("_", "-")}`,
});
