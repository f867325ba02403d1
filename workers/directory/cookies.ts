/**
 * With `__Host-` a browser keeps a cookie to this very host and to https, which better-auth's own `__Secure-` does not:
 * a neighbouring host could set it. Over plain http browsers accept neither.
 */
export function toCookieOptions(dashboardUrl: string) {
  const secure = new URL(dashboardUrl).protocol === "https:";
  return {
    cookiePrefix: secure ? "__Host-latchkey" : "latchkey",
    useSecureCookies: false,
    defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
  } as const;
}
