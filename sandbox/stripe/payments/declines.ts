import type { StripeErrorBody } from "../core/errors.ts";
import type { CardBehaviour } from "../core/records.ts";

export interface Decline {
  code: string;
  decline_code: string;
  advice_code: "confirm_card_data" | "do_not_try_again" | "try_again_later";
  message: string;
}

const cardDeclined = "Your card was declined.";

const declines = {
  declined: {
    code: "card_declined",
    decline_code: "generic_decline",
    advice_code: "try_again_later",
    message: cardDeclined,
  },
  insufficient_funds: {
    code: "card_declined",
    decline_code: "insufficient_funds",
    advice_code: "try_again_later",
    message: "Your card has insufficient funds.",
  },
  lost_card: {
    code: "card_declined",
    decline_code: "lost_card",
    advice_code: "do_not_try_again",
    message: cardDeclined,
  },
  stolen_card: {
    code: "card_declined",
    decline_code: "stolen_card",
    advice_code: "do_not_try_again",
    message: cardDeclined,
  },
  fraudulent: {
    code: "card_declined",
    decline_code: "fraudulent",
    advice_code: "do_not_try_again",
    message: cardDeclined,
  },
  expired_card: {
    code: "expired_card",
    decline_code: "expired_card",
    advice_code: "do_not_try_again",
    message: "Your card has expired.",
  },
  incorrect_cvc: {
    code: "incorrect_cvc",
    decline_code: "incorrect_cvc",
    advice_code: "confirm_card_data",
    message: "Your card's security code is incorrect.",
  },
  processing_error: {
    code: "processing_error",
    decline_code: "processing_error",
    advice_code: "try_again_later",
    message: "An error occurred while processing your card. Try again in a little bit.",
  },
  authenticate_then_decline: {
    code: "card_declined",
    decline_code: "generic_decline",
    advice_code: "try_again_later",
    message: cardDeclined,
  },
  /** What a bank debit comes back with. */
  fails_later: {
    code: "insufficient_funds",
    decline_code: "insufficient_funds",
    advice_code: "try_again_later",
    message: "The customer's account has insufficient funds to cover this payment.",
  },
} as const satisfies Partial<Record<CardBehaviour, Decline>>;

export const authenticationRequired: Decline = {
  code: "authentication_required",
  decline_code: "authentication_required",
  advice_code: "try_again_later",
  message: "Your card was declined. This transaction requires authentication.",
};

export function findDecline(behaviour: CardBehaviour): Decline | undefined {
  const known: Partial<Record<CardBehaviour, Decline>> = declines;
  return known[behaviour];
}

const hard = ["lost_card", "stolen_card"];

/** Whether trying the same card again can never work: an invoice is not retried until there is another card. */
export const isHardDecline = (error: StripeErrorBody | null): boolean =>
  hard.includes(error?.decline_code ?? "");
