import { afterEach, expect, test, vi } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readLink, readMail } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";

const AUTH = "/api/v1/auth";
const MINUTE = 60_000;
const password = "correct horse battery";
const newAddress = () => `${crypto.randomUUID()}@example.com`;

afterEach(() => {
  vi.useRealTimers();
});

/** better-auth reads the platform's time, which the sandbox's clock does not move. */
function waitMinutes(minutes: number): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * MINUTE });
}

const isSignedIn = async (browser: ReturnType<typeof createBrowser>) =>
  (await browser.get(`${AUTH}/get-session`)).body !== null;

async function signUp() {
  const email = newAddress();
  await createBrowser().post(`${AUTH}/sign-up/email`, { email, password, name: "Ann" });
  return { email, link: new URL(await readLink(email, /Confirm/)) };
}

test("the link that confirms an address expires after an hour, and an altered one never works", async () => {
  const { link } = await signUp();
  const browser = createBrowser();
  const altered = new URL(link);
  altered.searchParams.set("token", `${link.searchParams.get("token")}x`);
  expect((await browser.get(altered.href)).headers.get("location")).toContain("error=INVALID_TOKEN");
  waitMinutes(61);
  expect((await browser.get(link.href)).headers.get("location")).toContain("error=TOKEN_EXPIRED");
  expect(await isSignedIn(browser)).toBe(false);
});

test("without a page to go back to, a dead link is refused by a receipt", async () => {
  const { link } = await signUp();
  link.searchParams.delete("callbackURL");
  waitMinutes(61);
  const { status, body } = await createBrowser().get(link.href);
  expect([status, body]).toMatchObject([400, { error: { code: "invalid_token", whoCanFix: "you" } }]);
});

test("somebody whose link has expired asks for a new one", async () => {
  const { email } = await signUp();
  waitMinutes(61);
  const asked = await createBrowser().post(`${AUTH}/send-verification-email`, { email });
  const askedForNobody = await createBrowser().post(`${AUTH}/send-verification-email`, {
    email: newAddress(),
  });
  expect([askedForNobody.status, askedForNobody.body]).toEqual([asked.status, asked.body]);
  await vi.waitUntil(async () => (await readMail(email)).length === 2);
  const browser = createBrowser();
  await browser.get(await readLink(email, /Confirm/));
  expect(await isSignedIn(browser)).toBe(true);
});

test("the link for a new password expires after an hour, and a made-up one never works", async () => {
  const { email } = await createPerson();
  await createBrowser().post(`${AUTH}/request-password-reset`, { email });
  const token = new URL(await readLink(email, /new password/)).pathname.split("/").at(-1);
  const reset = (used = token) =>
    createBrowser().post(`${AUTH}/reset-password`, { token: used, newPassword: "another horse battery" });
  const madeUp = await reset("made-up");
  expect([madeUp.status, madeUp.body]).toMatchObject([400, { error: { code: "invalid_token" } }]);
  waitMinutes(61);
  const expired = await reset();
  expect([expired.status, expired.body]).toEqual([madeUp.status, madeUp.body]);
});

test("a sign-in link expires after five minutes, and a made-up one never works", async () => {
  const { email } = await createPerson();
  await createBrowser().post(`${AUTH}/sign-in/magic-link`, { email });
  const link = new URL(await readLink(email, /sign-in link/));
  const browser = createBrowser();
  const madeUp = new URL(link);
  madeUp.searchParams.set("token", "made-up");
  expect((await browser.get(madeUp.href)).headers.get("location")).toContain("error=INVALID_TOKEN");
  waitMinutes(6);
  expect((await browser.get(link.href)).headers.get("location")).toMatch(/error=/);
  expect(await isSignedIn(browser)).toBe(false);
});

test("the link of a change of address expires after an hour", async () => {
  const { browser, email } = await createPerson();
  const next = newAddress();
  await browser.post(`${AUTH}/change-email`, { newEmail: next, password });
  const link = await readLink(next, /Confirm your new/);
  waitMinutes(61);
  expect((await browser.get(link)).headers.get("location")).toContain("error=TOKEN_EXPIRED");
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { email } });
});
