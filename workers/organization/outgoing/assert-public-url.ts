import { AppError } from "#errors.ts";

/** Names that lead nowhere public, by their last part. */
const PRIVATE = new Set([
  "arpa",
  "corp",
  "example",
  "home",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "localhost",
  "onion",
  "private",
  "test",
]);

/**
 * Where a webhook may lead: https, on its own port, to a public name. Numeric addresses are refused altogether; `allowed`
 * are hosts that the operator lets through as they are. What a public name resolves to is not known here: the platform
 * reaches the public internet only.
 */
export function assertPublicUrl(text: string, allowed: readonly string[] = []): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw refuse("is no address");
  if (url.username !== "" || url.password !== "") throw refuse("must not carry a login or a password");
  if (allowed.includes(url.host)) return url;
  if (url.protocol !== "https:") throw refuse("has to begin with https://");
  if (url.port !== "") throw refuse("must not name a port");
  if (!isPublicName(url.hostname)) throw refuse("has to name a public host");
  return url;
}

function isPublicName(hostname: string): boolean {
  const labels = hostname.replace(/\.$/, "").toLowerCase().split(".");
  const last = labels.at(-1) ?? "";
  // The last part of an IPv4 address is a number, and an IPv6 address has no part that ends in a letter.
  return labels.length > 1 && /^(?:[a-z]{2,63}|xn--[a-z0-9-]+)$/.test(last) && !PRIVATE.has(last);
}

const refuse = (why: string) => new AppError("invalid_request", `url: ${why}.`);
