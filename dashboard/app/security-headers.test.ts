import { expect, test } from "vitest";
import { securityHeaders } from "./security-headers.ts";

test("which inline scripts a page may run", () => {
  const policy = securityHeaders("https://dashboard.example/", "abc")["Content-Security-Policy"];
  expect(policy).toContain("script-src 'self' 'nonce-abc';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain("unsafe");
});

test("when the browser is told to insist on https", () => {
  expect(securityHeaders("https://dashboard.example/", "abc")).toHaveProperty("Strict-Transport-Security");
  expect(securityHeaders("http://127.0.0.1:8788/", "abc")).not.toHaveProperty("Strict-Transport-Security");
});

test("a form may lead to Stripe and to the sign-in providers, and to their stand-ins only where those are named", () => {
  const getTargets = (standIn?: string) =>
    /form-action ([^;]*)/.exec(
      securityHeaders("https://dashboard.example/", "abc", standIn)["Content-Security-Policy"] ?? "",
    )?.[1];
  const deployed =
    "'self' https://checkout.stripe.com https://billing.stripe.com https://accounts.google.com https://github.com";
  expect(getTargets()).toBe(deployed);
  expect(getTargets("http://127.0.0.1:8789/some/page")).toBe(`${deployed} http://127.0.0.1:8789`);
});
