import { noSuch } from "../core/errors.ts";
import { findCardByName, type TestCard } from "./test-cards.ts";

/** The card that a token such as `tok_visa` stands for. */
export function requireToken(token: string, param: string): TestCard {
  const card = token.startsWith("tok_") ? findCardByName(token.slice("tok_".length)) : undefined;
  if (!card) throw noSuch("token", token, param);
  return card;
}
