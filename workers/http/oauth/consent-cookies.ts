import { toCookieOptions } from "#directory/cookies.ts";

const HOST = "__Host-oauth-";
const PLAIN = "oauth-";

const isSecure = (dashboardUrl: string) => toCookieOptions(dashboardUrl).defaultCookieAttributes.secure;

/** The library names its cookies `__Host-`, which browsers do not keep over plain http: there, as in development, they go without. */
export function toSetCookies(headers: Headers, dashboardUrl: string): string[] {
  const cookies = headers.getSetCookie();
  if (isSecure(dashboardUrl)) return cookies;
  return cookies.map((cookie) => cookie.replace(HOST, PLAIN).replace("; Secure", ""));
}

/** A browser's request as the library reads it. */
export function withConsentCookies(request: Request, dashboardUrl: string): Request {
  const cookies = request.headers.get("cookie") ?? "";
  const named = isSecure(dashboardUrl) ? cookies : cookies.replaceAll(/(^|; )oauth-/g, `$1${HOST}`);
  return new Request(request.url, { headers: { cookie: named } });
}
