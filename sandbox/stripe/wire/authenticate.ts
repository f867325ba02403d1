import { StripeError } from "../core/errors.ts";
import type { StripeState } from "../state.ts";
import type { StripeAccount } from "../stripe-account.ts";

/** The account of the secret key, which comes as a bearer token or as the user of Basic authentication. */
export function requireAccount(stripe: StripeState, authorization: string | undefined): StripeAccount {
  const key = toKey(authorization);
  const account = key && stripe.findByKey(key);
  if (account) return account;
  const message = key ? `Invalid API Key provided: ${masked(key)}` : "You did not provide an API key.";
  throw new StripeError(401, { type: "invalid_request_error", message });
}

function toKey(authorization = ""): string | undefined {
  const [scheme, value = ""] = authorization.split(" ");
  return scheme === "Basic" ? atob(value).split(":")[0] : value;
}

const masked = (key: string) => `${key.slice(0, 8)}****${key.slice(-4)}`;
