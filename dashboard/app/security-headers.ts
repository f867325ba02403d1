/** Where forms of ours may lead: browsers hold a form's redirect to the same rule as the form. */
const formTargets = [
  "'self'",
  "https://checkout.stripe.com",
  "https://billing.stripe.com",
  "https://accounts.google.com",
  "https://github.com",
];

/**
 * Headers of every answer the dashboard renders; static files get theirs from public/_headers. `standIn` is where the sandbox
 * plays Stripe and the sign-in providers, in development only.
 */
export function securityHeaders(url: string, nonce: string, standIn?: string): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(nonce, standIn),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "private, no-store",
    ...(url.startsWith("https:") && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}

function contentSecurityPolicy(nonce: string, standIn?: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${[...formTargets, ...(standIn ? [new URL(standIn).origin] : [])].join(" ")}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
