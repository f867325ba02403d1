import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createPerson } from "#tests/person.ts";
import { createAuth } from "./auth.ts";

const AUTH = "/api/v1/auth";

async function signIn(dashboardUrl: string) {
  const { email, password } = await createPerson();
  const auth = createAuth({
    db: env.DB,
    secrets: [{ version: 1, value: "a secret that is long enough for tests" }],
    dashboardUrl,
    providers: {},
    sendEmail: async () => {},
    createFirstOrganization: async () => {},
    recordSignIn: async () => {},
    defer: () => {},
  });
  const response = await auth.handler(
    new Request(`${dashboardUrl}${AUTH}/sign-in/email`, {
      method: "POST",
      headers: { origin: dashboardUrl, "content-type": "application/json" },
      body: JSON.stringify({ email, password, rememberMe: false }),
    }),
  );
  expect(response.status).toBe(200);
  const cookies = response.headers.getSetCookie();
  return cookies.map((cookie) => {
    const [pair = "", ...attributes] = cookie.split(/;\s*/);
    return { name: pair.split("=")[0], attributes: attributes.map((text) => text.toLowerCase()) };
  });
}

test("over https every cookie is the host's own: __Host-, Secure, HttpOnly, Lax, for all paths and no Domain", async () => {
  const cookies = await signIn("https://app.latchkey.test");
  expect(cookies.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["__Host-latchkey.session_token", "__Host-latchkey.dont_remember"]),
  );
  for (const { name, attributes } of cookies) {
    expect(name).toMatch(/^__Host-/);
    expect(attributes).toEqual(expect.arrayContaining(["secure", "httponly", "samesite=lax", "path=/"]));
    expect(attributes.filter((text) => text.startsWith("domain"))).toEqual([]);
  }
});

test("over http on this machine cookies have no prefix, which a browser would refuse", async () => {
  const cookies = await signIn("http://127.0.0.1:8788");
  expect(cookies.map(({ name }) => name)).toContain("latchkey.session_token");
  for (const { name, attributes } of cookies) {
    expect(name).toMatch(/^latchkey\./);
    expect(attributes).toEqual(expect.arrayContaining(["httponly", "samesite=lax", "path=/"]));
    expect(attributes).not.toContain("secure");
  }
});
