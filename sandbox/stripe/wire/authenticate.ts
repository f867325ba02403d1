import { StripeError } from "../core/errors.ts";
import type { StripeKey, StripeState } from "../state.ts";

/** The key, which comes as a bearer token or as the user of Basic authentication, and names the account. */
export function findKey(stripe: StripeState, authorization: string | undefined): StripeKey | undefined {
  return stripe.findByKey(toKey(authorization) ?? "");
}

export function noKey(authorization: string | undefined): StripeError {
  const key = toKey(authorization);
  const message = key
    ? `Invalid API Key provided: ${masked(key)}`
    : "You did not provide an API key. Send your secret key in the Authorization header, as a bearer token.";
  return new StripeError(401, { type: "invalid_request_error", message });
}

/** A restricted key may do what it was made for. */
export function assertPermitted(
  { account, secretKey, permissions }: StripeKey,
  method: string,
  path: string,
) {
  if (!permissions) return;
  const [, , resource = ""] = path.split("/");
  const needed = method === "GET" ? "read" : "write";
  if (permissions[resource] === "write" || permissions[resource] === needed) return;
  throw new StripeError(403, {
    type: "invalid_request_error",
    message: `The provided key '${masked(secretKey)}' does not have the required permissions for this endpoint on account '${account}'. It would need to ${needed} '${resource}'.`,
  });
}

function toKey(authorization = ""): string | undefined {
  const [scheme, value = ""] = authorization.trim().split(/\s+/);
  if (scheme?.toLowerCase() === "bearer") return value || undefined;
  if (scheme?.toLowerCase() !== "basic") return undefined;
  try {
    return atob(value).split(":")[0] || undefined;
  } catch {
    return undefined;
  }
}

const masked = (key: string) => `${key.slice(0, 8)}****${key.slice(-4)}`;
