import { expect, test, vi } from "vitest";
import { toCode } from "#tests/authenticator.ts";
import { createBrowser } from "#tests/browser.ts";
import { database } from "#tests/database.ts";
import { readLink, readMail } from "#tests/mailbox.ts";

const AUTH = "/api/v1/auth";
const password = "correct horse battery";
const newAddress = () => `${crypto.randomUUID()}@example.com`;

async function signUp(email = newAddress()) {
  const browser = createBrowser();
  const answer = await browser.post(`${AUTH}/sign-up/email`, { email, password, name: "Ann Example" });
  return { browser, email, answer };
}

async function signUpAndVerify() {
  const { browser, email } = await signUp();
  await browser.get(await readLink(email, /Confirm/));
  return { browser, email };
}

const signIn = (email: string, secret = password) =>
  createBrowser().post(`${AUTH}/sign-in/email`, { email, password: secret });

test("a new address can sign in once it is verified, and not before", async () => {
  const { browser, email, answer } = await signUp();
  expect(answer.status).toBe(200);
  expect((await signIn(email)).status).toBe(403);
  expect((await browser.get(await readLink(email, /Confirm/))).status).toBe(302);
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({
    user: { email, emailVerified: true },
  });
  expect((await signIn(email)).status).toBe(200);
});

test("signing up with an organization's name makes it once the address is verified, and only once", async () => {
  const browser = createBrowser();
  const email = newAddress();
  const form = { email, password, name: "Ann Example", organizationName: "Küste & Meer" };
  expect((await browser.post(`${AUTH}/sign-up/email`, form)).status).toBe(200);
  const link = await readLink(email, /Confirm/);
  await browser.get(link);
  await browser.get(link);
  const { body } = await browser.get("/api/v1/organizations");
  expect((body as { organizations: unknown }).organizations).toMatchObject([
    { name: "Küste & Meer", slug: expect.stringMatching(/meer-[0-9a-f]{8}$/) },
  ]);
});

test("an organization's name of 10,000 characters is refused at sign-up", async () => {
  const form = { email: newAddress(), password, name: "Ann", organizationName: "x".repeat(10_000) };
  const { body, status } = await createBrowser().post(`${AUTH}/sign-up/email`, form);
  expect([status, body]).toMatchObject([
    400,
    { error: { message: expect.stringMatching(/^organizationName: /) } },
  ]);
});

test("signing up again with a taken address looks the same, and tells only its owner", async () => {
  const { email } = await signUpAndVerify();
  const first = await signUp();
  const again = await signUp(email);
  expect(again.answer.status).toBe(first.answer.status);
  expect(Object.keys(again.answer.body as object)).toEqual(Object.keys(first.answer.body as object));
  await vi.waitUntil(async () => (await readMail(email)).some(({ subject }) => subject.includes("already")));
});

test("of two who sign up at once with one address, both are answered alike and one account is made", async () => {
  const email = newAddress();
  const [one, two] = await Promise.all([signUp(email), signUp(email)]);
  expect([two.answer.status, one.answer.status]).toEqual([200, 200]);
  expect(Object.keys(two.answer.body as object)).toEqual(Object.keys(one.answer.body as object));
  const { results } = await database.prepare("select id from users where email = ?").bind(email).all();
  expect(results).toHaveLength(1);
  await vi.waitUntil(async () => (await readMail(email)).length === 2);
  // Only the link of the account that stayed confirms anything, in the browser that it belongs to.
  const isKept = ({ answer }: typeof one) =>
    (answer.body as { user: { id: string } }).user.id === results[0]?.id;
  const { browser } = isKept(one) ? one : two;
  for (const { text } of await readMail(email)) await browser.get(/https?:\/\/\S+/.exec(text)?.[0] ?? "");
  expect((await signIn(email)).status).toBe(200);
});

test("a wrong password and an unknown address are refused alike", async () => {
  const { email } = await signUpAndVerify();
  const wrong = await signIn(email, "wrong horse battery");
  const unknown = await signIn(newAddress());
  expect([wrong.status, wrong.body]).toMatchObject([401, { error: { code: "invalid_credentials" } }]);
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
});

test("a weak password is refused", async () => {
  const weak = { email: newAddress(), password: "short", name: "Ann" };
  expect((await createBrowser().post(`${AUTH}/sign-up/email`, weak)).status).toBe(400);
});

test("a forgotten password is replaced by mail, once, and ends all sessions", async () => {
  const { browser, email } = await signUpAndVerify();
  const asked = await createBrowser().post(`${AUTH}/request-password-reset`, {
    email,
    redirectTo: "/new-password",
  });
  const askedForNobody = await createBrowser().post(`${AUTH}/request-password-reset`, {
    email: newAddress(),
  });
  expect([askedForNobody.status, askedForNobody.body]).toEqual([asked.status, asked.body]);
  const { pathname } = new URL(await readLink(email, /new password/));
  const reset = { token: pathname.split("/").at(-1), newPassword: "another horse battery" };
  expect((await createBrowser().post(`${AUTH}/reset-password`, reset)).status).toBe(200);
  expect((await createBrowser().post(`${AUTH}/reset-password`, reset)).status).toBe(400);
  expect((await browser.get(`${AUTH}/get-session`)).body).toBeNull();
  expect((await signIn(email)).status).toBe(401);
  expect((await signIn(email, reset.newPassword)).status).toBe(200);
});

test("a magic link signs in once, and only on an address that is verified", async () => {
  const { email } = await signUpAndVerify();
  const stranger = await signUp();
  for (const address of [email, stranger.email]) {
    expect((await createBrowser().post(`${AUTH}/sign-in/magic-link`, { email: address })).status).toBe(200);
  }
  const link = await readLink(email, /sign-in link/);
  const browser = createBrowser();
  await browser.get(link);
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { email } });
  const second = createBrowser();
  await second.get(link);
  expect((await second.get(`${AUTH}/get-session`)).body).toBeNull();
  expect((await readMail(stranger.email)).map(({ subject }) => subject)).toEqual([
    "Confirm your e-mail address",
  ]);
});

test("two-factor sign-in asks for a code, and each backup code works once", async () => {
  const { browser, email } = await signUpAndVerify();
  const enabled = await browser.post(`${AUTH}/two-factor/enable`, { password });
  const { totpURI, backupCodes } = enabled.body as { totpURI: string; backupCodes: string[] };
  expect((await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI) })).status).toBe(200);

  const next = createBrowser();
  const first = await next.post(`${AUTH}/sign-in/email`, { email, password });
  expect(first.body).toMatchObject({ twoFactorRedirect: true });
  expect((await next.get(`${AUTH}/get-session`)).body).toBeNull();
  const code = { code: backupCodes[0] };
  expect((await next.post(`${AUTH}/two-factor/verify-backup-code`, code)).status).toBe(200);
  expect((await next.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { email } });

  const later = createBrowser();
  await later.post(`${AUTH}/sign-in/email`, { email, password });
  expect((await later.post(`${AUTH}/two-factor/verify-backup-code`, code)).status).toBe(401);
});

test("sessions are listed, and a revoked one is dead on its next request", async () => {
  const { browser, email } = await signUpAndVerify();
  const other = createBrowser();
  await other.post(`${AUTH}/sign-in/email`, { email, password });
  const { body } = await browser.get(`${AUTH}/list-sessions`);
  expect(body).toHaveLength(2);
  expect((await browser.post(`${AUTH}/revoke-other-sessions`)).status).toBe(200);
  expect((await other.get(`${AUTH}/get-session`)).body).toBeNull();
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { email } });
});

test("a form that another site posts is refused", async () => {
  const { email } = await signUpAndVerify();
  const browser = createBrowser({ origin: "https://evil.example" });
  expect((await browser.post(`${AUTH}/sign-in/email`, { email, password })).status).toBe(403);
});

test("five wrong passwords a minute from one address are enough; the owner elsewhere still gets in", async () => {
  const { email } = await signUpAndVerify();
  const guesser = createBrowser();
  const guess = () => guesser.post(`${AUTH}/sign-in/email`, { email, password: "wrong horse battery" });
  for (let count = 0; count < 5; count += 1) expect((await guess()).status).toBe(401);
  const refused = await guess();
  expect([refused.status, refused.body]).toMatchObject([429, { error: { code: "rate_limited", limit: 5 } }]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await signIn(email)).status).toBe(200);
});
