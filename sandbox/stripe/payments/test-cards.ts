import type { CardBehaviour } from "../core/records.ts";

export type CardBrand = "visa" | "mastercard" | "amex" | "discover" | "diners" | "jcb" | "unionpay";
export type CardFunding = "credit" | "debit" | "prepaid";

/** A card for tests: `pm_card_` or `tok_` before its name, or its number, gives one like it. */
export interface TestCard {
  name: string;
  number: string;
  brand: CardBrand;
  funding: CardFunding;
  country: string;
  behaviour: CardBehaviour;
  /** Whether a customer can keep it. */
  attachable: boolean;
}

const good = (
  name: string,
  number: string,
  brand: CardBrand,
  funding: CardFunding = "credit",
  country = "US",
): TestCard => ({ name, number, brand, funding, country, behaviour: "succeeds", attachable: true });

const behaves = (name: string, number: string, behaviour: CardBehaviour, country = "US"): TestCard => ({
  ...good(name, number, "visa", "credit", country),
  behaviour,
});

const refusedAtOnce = (name: string, number: string, behaviour: CardBehaviour): TestCard => ({
  ...behaves(name, number, behaviour),
  attachable: false,
});

export const testCards: readonly TestCard[] = [
  good("visa", "4242424242424242", "visa"),
  good("visa_debit", "4000056655665556", "visa", "debit"),
  good("mastercard", "5555555555554444", "mastercard"),
  good("mastercard_2series", "2223003122003222", "mastercard"),
  good("mastercard_debit", "5200828282828210", "mastercard", "debit"),
  good("mastercard_prepaid", "5105105105105100", "mastercard", "prepaid"),
  good("amex", "378282246310005", "amex"),
  good("amex_second", "371449635398431", "amex"),
  good("discover", "6011111111111117", "discover"),
  good("diners", "3056930009020004", "diners"),
  good("jcb", "3566002020360505", "jcb"),
  good("unionpay", "6200000000000005", "unionpay"),
  good("us", "4242424242424242", "visa"),
  good("gb", "4000008260000000", "visa", "debit", "GB"),
  good("de", "4000002760000016", "visa", "credit", "DE"),
  good("fr", "4000002500000003", "visa", "credit", "FR"),
  good("ch", "4000007560000009", "visa", "credit", "CH"),
  good("bypassPending", "4000000000000077", "visa"),
  good("createDispute", "4000000000000259", "visa"),
  good("createDisputeInquiry", "4000000000001976", "visa"),
  good("threeDSecureOptional", "4000000000003055", "visa"),
  good("authenticationRequiredSetupForOffSession", "4000003800000446", "visa", "credit", "GB"),
  behaves("chargeCustomerFail", "4000000000000341", "declined"),
  behaves("authenticationRequiredOnSetup", "4000002500003155", "authenticate", "FR"),
  behaves("authenticationRequired", "4000002760003184", "authenticate_always", "DE"),
  behaves("threeDSecure2Required", "4000000000003220", "authenticate_always"),
  behaves("threeDSecureRequired", "4000000000003063", "authenticate_always"),
  behaves("threeDSecureRequiredChargeDeclined", "4000008400001629", "authenticate_then_decline"),
  refusedAtOnce("chargeDeclined", "4000000000000002", "declined"),
  refusedAtOnce("visa_chargeDeclined", "4000000000000002", "declined"),
  refusedAtOnce("chargeDeclinedInsufficientFunds", "4000000000009995", "insufficient_funds"),
  refusedAtOnce("visa_chargeDeclinedInsufficientFunds", "4000000000009995", "insufficient_funds"),
  refusedAtOnce("chargeDeclinedLostCard", "4000000000009987", "lost_card"),
  refusedAtOnce("visa_chargeDeclinedLostCard", "4000000000009987", "lost_card"),
  refusedAtOnce("chargeDeclinedStolenCard", "4000000000009979", "stolen_card"),
  refusedAtOnce("visa_chargeDeclinedStolenCard", "4000000000009979", "stolen_card"),
  refusedAtOnce("chargeDeclinedExpiredCard", "4000000000000069", "expired_card"),
  refusedAtOnce("chargeDeclinedIncorrectCvc", "4000000000000127", "incorrect_cvc"),
  refusedAtOnce("chargeDeclinedProcessingError", "4000000000000119", "processing_error"),
  refusedAtOnce("chargeDeclinedFraudulent", "4100000000000019", "fraudulent"),
];

export const findCardByName = (name: string) => testCards.find((card) => card.name === name);

export const findCardByNumber = (number: string) => testCards.find((card) => card.number === number);
