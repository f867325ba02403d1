import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { dashboardApp } from "#app.ts";
import { createBrowser } from "#tests/browser.ts";
import { database } from "#tests/database.ts";
import { createPerson } from "#tests/person.ts";
import { consent, signInWith, startSignIn } from "#tests/provider.ts";

const AUTH = "/api/v1/auth";
const SIGN_IN = "https://app.latchkey.test/sign-in";
const newAddress = () => `${crypto.randomUUID()}@example.com`;
const providers = ["google", "github"] as const;

const sessionOf = async (browser: ReturnType<typeof createBrowser>) =>
  (await browser.get(`${AUTH}/get-session`)).body;

const countUsers = async (email: string) =>
  (await database
    .prepare("select count(*) as count from users where email = ?")
    .bind(email)
    .first("count")) ?? -1;

test("the sign-in page learns which providers are on, without a session", async () => {
  const { status, body } = await createBrowser().get("/api/v1/sign-in-options");
  expect([status, body]).toEqual([200, { providers: ["google", "github"] }]);
});

test("without keys no provider is on: the list is empty, and asking for one is refused by a receipt", async () => {
  const off = Object.fromEntries(
    Object.keys(env).flatMap((name) => (/^(GOOGLE|GITHUB)_/.test(name) ? [[name, undefined]] : [])),
  );
  const fetch = async (request: Request) =>
    dashboardApp.fetch(request, { ...env, ...off }, createExecutionContext());
  const browser = createBrowser({ fetch });
  expect((await browser.get("/api/v1/sign-in-options")).body).toEqual({ providers: [] });
  const form = { provider: "google", callbackURL: "/" };
  const { status, body } = await browser.post(`${AUTH}/sign-in/social`, form);
  expect([status, body]).toMatchObject([
    404,
    { error: { code: "not_found", message: "Signing in with this provider is not turned on here." } },
  ]);
});

test.each(providers)(
  "a new person signs in with %s, verified and without a password, and comes back",
  async (provider) => {
    const email = newAddress();
    const person = { email, name: "Ada Lovelace", verified: "yes" };
    const browser = createBrowser();
    expect(await signInWith(browser, provider, person)).toBe("/welcome");
    expect(await sessionOf(browser)).toMatchObject({
      user: { email, name: "Ada Lovelace", emailVerified: true },
    });
    const again = createBrowser();
    expect(await signInWith(again, provider, person)).toBe("/welcome");
    expect(await sessionOf(again)).toMatchObject({ user: { email } });
    expect(await countUsers(email)).toBe(1);
  },
);

test("what a provider would let us do for somebody is not kept", async () => {
  const email = newAddress();
  await signInWith(createBrowser(), "google", { email, verified: "yes" });
  const account = await database
    .prepare(
      "select provider_id, access_token, refresh_token, id_token from accounts join users on users.id = user_id where email = ?",
    )
    .bind(email)
    .first();
  expect(account).toEqual({ provider_id: "google", access_token: null, refresh_token: null, id_token: null });
});

test.each(providers)(
  "an address that %s has not verified is refused, and nobody is made",
  async (provider) => {
    const email = newAddress();
    const browser = createBrowser();
    expect(await signInWith(browser, provider, { email, name: "Una" })).toBe(
      `${SIGN_IN}?error=email_not_found`,
    );
    expect(await sessionOf(browser)).toBeNull();
    expect(await countUsers(email)).toBe(0);
  },
);

test("an unverified address at a provider is refused alike whether an account has it or not", async () => {
  const { email } = await createPerson();
  const browser = createBrowser();
  expect(await signInWith(browser, "google", { email })).toBe(`${SIGN_IN}?error=email_not_found`);
  expect(await sessionOf(browser)).toBeNull();
});

test.each(providers)(
  "%s opens the account that has the same address, if both are verified",
  async (provider) => {
    const { email, password } = await createPerson("Grace Hopper");
    const browser = createBrowser();
    await signInWith(browser, provider, { email: email.toUpperCase(), name: "Other name", verified: "yes" });
    expect(await sessionOf(browser)).toMatchObject({ user: { email, name: "Grace Hopper" } });
    const byPassword = await createBrowser().post(`${AUTH}/sign-in/email`, { email, password });
    expect(byPassword.status).toBe(200);
  },
);

test("an account whose address nobody confirmed neither takes over nor is taken over", async () => {
  const email = newAddress();
  const form = { email, password: "squatters password", name: "Squatter" };
  await createBrowser().post(`${AUTH}/sign-up/email`, form);
  const owner = createBrowser();
  expect(await signInWith(owner, "google", { email, verified: "yes" })).toBe(
    `${SIGN_IN}?error=account_not_linked`,
  );
  expect(await sessionOf(owner)).toBeNull();
  expect((await createBrowser().post(`${AUTH}/sign-in/email`, form)).status).toBe(403);
});

test("whoever cancels at the provider is back on the sign-in page, signed out", async () => {
  const browser = createBrowser();
  expect(await signInWith(browser, "github", { deny: "yes" })).toBe(`${SIGN_IN}?error=access_denied`);
  expect(await sessionOf(browser)).toBeNull();
});

test.each(providers)(
  "the request to %s carries a state and a PKCE challenge, and no secret",
  async (provider) => {
    const { searchParams, href } = await startSignIn(createBrowser(), provider);
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    expect(searchParams.get("code_challenge")).toMatch(/^[\w-]{43}$/);
    expect(searchParams.get("state")?.length).toBeGreaterThan(20);
    expect(searchParams.get("redirect_uri")).toBe(`https://app.latchkey.test${AUTH}/callback/${provider}`);
    expect(href).not.toContain("secret");
  },
);

test("an answer that another browser asked for signs nobody in", async () => {
  const attacker = createBrowser();
  const person = { email: newAddress(), verified: "yes" };
  const back = await consent(await startSignIn(attacker, "google"), person);
  const victim = createBrowser();
  expect((await victim.get(back.href)).headers.get("location")).toContain("error=state_mismatch");
  expect(await sessionOf(victim)).toBeNull();
});

test("an answer works once, and not with a code that the provider did not give", async () => {
  const browser = createBrowser();
  const person = { email: newAddress(), verified: "yes" };
  const back = await consent(await startSignIn(browser, "google"), person);
  expect((await browser.get(back.href)).headers.get("location")).toBe("/welcome");
  expect((await browser.get(back.href)).headers.get("location")).toContain("error=");
  const forged = await consent(await startSignIn(browser, "google"), person);
  forged.searchParams.set("code", "forged");
  expect((await browser.get(forged.href)).headers.get("location")).toBe(`${SIGN_IN}?error=invalid_code`);
});

test("a name or picture that does not fit does not keep anybody out", async () => {
  const browser = createBrowser();
  const name = `A\u202eda ${"x".repeat(200)}`;
  await signInWith(browser, "google", {
    email: newAddress(),
    name,
    picture: "javascript:alert(1)",
    verified: "yes",
  });
  expect(await sessionOf(browser)).toMatchObject({ user: { name: `Ada ${"x".repeat(96)}`, image: null } });
});
