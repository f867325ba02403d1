import { StripeError } from "../core/errors.ts";
import { type CardBrand, findCardByNumber, type TestCard } from "./test-cards.ts";

const brands: [RegExp, CardBrand][] = [
  [/^4/, "visa"],
  [/^(5[1-5]|2[2-7])/, "mastercard"],
  [/^3[47]/, "amex"],
  [/^(6011|65)/, "discover"],
  [/^3[068]/, "diners"],
  [/^35/, "jcb"],
  [/^62/, "unionpay"],
];

/** The test card of this number; any other number that could be a card's is one that works. */
export function requireCard(number: string): TestCard {
  const digits = number.replaceAll(/[\s-]/g, "");
  const known = findCardByNumber(digits);
  if (known) return known;
  const brand = brands.find(([start]) => start.test(digits))?.[1];
  if (!brand || !/^\d{12,19}$/.test(digits) || !hasCheckDigit(digits))
    throw new StripeError(402, {
      type: "card_error",
      code: "incorrect_number",
      message: "Your card number is incorrect.",
      param: "number",
    });
  return {
    name: brand,
    number: digits,
    brand,
    funding: "credit",
    country: "US",
    behaviour: "succeeds",
    attachable: true,
  };
}

/** Luhn. */
function hasCheckDigit(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
