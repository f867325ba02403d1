import { expect, test } from "vitest";
import { toCardError } from "./card-error.ts";
import { authenticationRequired, findDecline, isHardDecline } from "./declines.ts";

const errorOf = (behaviour: Parameters<typeof findDecline>[0]) => {
  const declined = findDecline(behaviour);
  return declined ? toCardError(declined) : expect.fail(`${behaviour} is not declined`);
};

test("a lost or stolen card is not tried again; one without money is", () => {
  expect(isHardDecline(errorOf("lost_card"))).toBe(true);
  expect(isHardDecline(errorOf("stolen_card"))).toBe(true);
  expect(isHardDecline(errorOf("insufficient_funds"))).toBe(false);
  expect(isHardDecline(errorOf("declined"))).toBe(false);
  expect(isHardDecline(toCardError(authenticationRequired))).toBe(false);
  expect(isHardDecline(null)).toBe(false);
});

test("a card error says what happened, what to do and where to read on", () => {
  expect(errorOf("insufficient_funds")).toEqual({
    type: "card_error",
    code: "card_declined",
    decline_code: "insufficient_funds",
    advice_code: "try_again_later",
    message: "Your card has insufficient funds.",
    doc_url: "https://stripe.com/docs/error-codes/card-declined",
  });
});

test("cards that work are not declined", () => {
  expect(findDecline("succeeds")).toBeUndefined();
  expect(findDecline("authenticate_always")).toBeUndefined();
});
