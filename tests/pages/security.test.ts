import { expect, test } from "vitest";
import { createOwner, createPerson, openPage, platform } from "./stage.ts";

const ask = (path: string, init: RequestInit = {}) =>
  fetch(platform.dashboard + path, { redirect: "manual", ...init });

const toHeader = (cookies: { name: string; value: string }[]) =>
  cookies.map(({ name, value }) => `${name}=${value}`).join("; ");

const pages = ["/sign-out", "/nowhere/keys", "/", "/keys", "/no/such/page", "/sign-in", "/api/v1/session"];

test.each(pages)("%s, error or redirect, carries every header of safety", async (path) => {
  const { headers } = await ask(path);
  expect(headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; script-src 'self' 'nonce-[\w-]{36}';/,
  );
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("content-security-policy")).not.toContain("unsafe");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
  expect(headers.get("cache-control")).toBe("private, no-store");
});

test("every inline script of a page has the nonce of its answer, which is another each time", async () => {
  const { context, home, listCookies } = await createOwner();
  const cookie = toHeader(listCookies());
  const nonces = new Set<string>();
  for (const path of [`${home}/keys`, `${home}/keys?dialog=new`, `${home}/nowhere`]) {
    const response = await ask(path, { headers: { cookie } });
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1] ?? "";
    const html = await response.text();
    const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((attributes) => !attributes?.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html).not.toMatch(/<[^>]+\s(style|on\w+)=/);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
  const { page, complaints } = await openPage(context, `${home}/keys`);
  const withoutNonce = "[...document.scripts].filter((script) => !script.src && !script.nonce).length";
  expect(await page.evaluate(withoutNonce)).toBe(0);
  expect(complaints).toEqual([]);
});

test("a static file carries its headers, and is kept for a year where its name changes with it", async () => {
  const { listCookies } = await createPerson();
  const cookie = toHeader(listCookies());
  const html = await (await ask("/nowhere", { headers: { cookie } })).text();
  const script = /"(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? "";
  const { headers } = await ask(script);
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect((await ask("/favicon.svg")).headers.get("x-frame-options")).toBe("DENY");
});

test("what another site makes a browser send changes nothing", async () => {
  const { context, home, ask: call, base } = await createOwner();
  const page = await context.newPage();
  await page.goto(`${platform.sandbox}/mailbox`);
  await page.setContent(
    `<form method="post" action="${platform.dashboard}${home}/keys">
      <input name="intent" value="create"><input name="name" value="Stolen"><button>Win</button></form>`,
  );
  await page.getByRole("button", { name: "Win" }).click();
  await page.getByText("This form was sent from another site").waitFor();
  expect((await call("GET", `${base}/keys`)).body.keys).toEqual([]);
});

test.each([
  ["another origin", { origin: "https://evil.example" }],
  ["no origin", {}],
  ["the origin of a sandboxed frame", { origin: "null" }],
])("a form from %s is refused", async (_, headers) => {
  for (const path of ["/sign-out", "/nowhere/keys", "/api/v1/auth/sign-out"]) {
    const response = await ask(path, { method: "POST", headers, body: new URLSearchParams({ a: "b" }) });
    expect(response.status, path).toBe(403);
    expect(response.headers.get("x-frame-options")).toBe("DENY");
  }
});

test("a body that is too large is refused before it is read", async () => {
  const headers = { origin: platform.dashboard, "content-type": "application/x-www-form-urlencoded" };
  const response = await ask("/sign-out", { method: "POST", headers, body: "a".repeat(600_000) });
  expect(response.status).toBe(413);
});

test("no address sends anybody on to another site", async () => {
  const { listCookies } = await createPerson({ organization: "Harbour Stays" });
  const headers = { cookie: toHeader(listCookies()) };
  for (const to of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:a",
  ]) {
    const query = new URLSearchParams({ to, callbackURL: to });
    const paths = [
      "/",
      "/keys",
      "/sign-in",
      "/sign-out",
      `/keys/${encodeURIComponent(to)}`,
      "//evil.example",
    ];
    for (const path of paths) {
      const location = (await ask(`${path}?${query}`, { headers })).headers.get("location") ?? "/";
      expect(new URL(location, platform.dashboard).origin, `${path} to ${to}`).toBe(platform.dashboard);
    }
  }
});

test("scripts cannot read the session, and no page tells it to them", async () => {
  const { context, email, home } = await createOwner();
  const signedIn = await ask("/api/v1/auth/sign-in/email", {
    method: "POST",
    headers: { origin: platform.dashboard, "content-type": "application/json" },
    body: JSON.stringify({ email, password: "correct horse battery" }),
  });
  const set = signedIn.headers.getSetCookie();
  expect(set.some((cookie) => cookie.includes("session_token="))).toBe(true);
  for (const cookie of set) expect(cookie).toMatch(/; HttpOnly/);
  for (const cookie of set) expect(cookie).toMatch(/; SameSite=Lax/);

  const { page } = await openPage(context, `${home}/keys`);
  const session = (await context.cookies()).find(({ name }) => name.endsWith("session_token"));
  const [token = ""] = decodeURIComponent(session?.value ?? "").split(".");
  expect(token.length).toBeGreaterThan(20);
  expect(await page.content()).not.toContain(token);
  const readable = "document.cookie + JSON.stringify([{ ...localStorage }, { ...sessionStorage }])";
  expect(await page.evaluate(readable)).not.toContain(token);
});

test("a form leads to the pages of Stripe's stand-in, and to no other site", async () => {
  const { page, complaints } = await openPage((await createPerson()).context, "/nowhere");
  const submitTo = (url: string) =>
    page.evaluate(`{
      const form = Object.assign(document.createElement("form"), { method: "get", action: "${url}" });
      document.body.append(form);
      form.requestSubmit();
    }`);
  await submitTo(`${platform.api}/api/health`);
  await expect.poll(() => complaints).toEqual([expect.stringContaining("form-action")]);
  await submitTo(`${platform.sandbox}/mailbox`);
  await page.waitForURL(`${platform.sandbox}/mailbox?`);
});
