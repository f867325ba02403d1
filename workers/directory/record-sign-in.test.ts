import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { toCode } from "#tests/authenticator.ts";
import { createBrowser } from "#tests/browser.ts";
import { createPerson } from "#tests/person.ts";
import { signInWith } from "#tests/provider.ts";
import { createAuth } from "./auth.ts";
import type { SignInEvent } from "./record-sign-in.ts";

const AUTH = "/api/v1/auth";
const IP = "2001:db8::7";
const newAddress = () => `${crypto.randomUUID()}@example.com`;

/** better-auth on the same database, with a recorder of our own. Mail is kept instead of sent. */
function createRecorded(record: (event: SignInEvent) => unknown) {
  const links: string[] = [];
  const deferred: Promise<unknown>[] = [];
  const nothing = async () => {};
  const auth = createAuth({
    db: env.DB,
    secrets: [{ version: 1, value: "f".repeat(64) }],
    dashboardUrl: env.DASHBOARD_URL,
    providers: {
      google: {
        clientId: env.GOOGLE_CLIENT_ID ?? "",
        clientSecret: env.GOOGLE_CLIENT_SECRET ?? "",
        url: env.GOOGLE_URL,
      },
    },
    sendEmail: async (_key, { text }) => void links.push(/https?:\/\/\S+/.exec(text)?.[0] ?? ""),
    createFirstOrganization: nothing,
    recordSignIn: async (event) => void (await record(event)),
    defer: (work) => deferred.push(work),
  });
  /** The newest that was mailed with this in its address. */
  async function readLink(part: string): Promise<string> {
    await Promise.all(deferred);
    return links.findLast((link) => link.includes(part)) ?? "";
  }
  return { readLink, auth, open: () => createBrowser({ ip: IP, fetch: auth.handler }) };
}

/** Somebody with an account, signed in; `events` is what was recorded since. */
async function signIn() {
  const events: SignInEvent[] = [];
  const { readLink, open } = createRecorded((event) => events.push(event));
  const { email, password } = await createPerson();
  const browser = open();
  await browser.post(`${AUTH}/sign-in/email`, { email, password });
  const first = events.splice(0);
  return {
    events,
    first,
    actions: () => events.map(({ action }) => action),
    browser,
    open,
    readLink,
    email,
    password,
  };
}

test("signing in is recorded with who, from where and with what", async () => {
  const { first, browser } = await signIn();
  const { user } = (await browser.get(`${AUTH}/get-session`)).body as { user: { id: string } };
  expect(first).toEqual([{ userId: user.id, action: "sign_in", ip: IP, userAgent: "test browser" }]);
});

test("a made-up session cookie hides no sign-in", async () => {
  const events: SignInEvent[] = [];
  const { auth } = createRecorded((event) => events.push(event));
  const { email, password } = await createPerson();
  const cookie = "__Host-latchkey.session_token=made-up.x; latchkey.session_token=made-up.x";
  const fetch = (request: Request) => {
    request.headers.append("cookie", cookie);
    return auth.handler(request);
  };
  await createBrowser({ fetch }).post(`${AUTH}/sign-in/email`, { email, password });
  expect(events.map(({ action }) => action)).toEqual(["sign_in"]);
});

test("a wrong password is no sign-in", async () => {
  const { actions, open, email } = await signIn();
  await open().post(`${AUTH}/sign-in/email`, { email, password: "wrong horse battery" });
  expect(actions()).toEqual([]);
});

test("a first confirmation, an e-mailed link and a provider are recorded as sign-ins", async () => {
  const { actions, open, readLink, email } = await signIn();
  const form = { email: newAddress(), password: "correct horse battery", name: "Ben" };
  await open().post(`${AUTH}/sign-up/email`, form);
  await open().get(await readLink("verify-email"));
  await open().post(`${AUTH}/sign-in/magic-link`, { email });
  await open().get(await readLink("magic-link"));
  await signInWith(open(), "google", { email: newAddress(), verified: "yes" });
  expect(actions()).toEqual(["sign_in", "sign_in", "sign_in"]);
});

test("a password that is changed or replaced by mail is recorded, and a refused change is not", async () => {
  const { actions, browser, open, readLink, email, password } = await signIn();
  const newPassword = "another horse battery";
  await browser.post(`${AUTH}/change-password`, { currentPassword: "wrong horse battery", newPassword });
  expect(actions()).toEqual([]);
  const change = { currentPassword: password, newPassword, revokeOtherSessions: true };
  await browser.post(`${AUTH}/change-password`, change);
  await open().post(`${AUTH}/request-password-reset`, { email });
  const token = new URL(await readLink("reset-password")).pathname.split("/").at(-1);
  await open().post(`${AUTH}/reset-password`, { token, newPassword: password });
  expect(actions()).toEqual(["account/change_password", "account/reset_password"]);
});

test("a change of address is recorded once it is confirmed", async () => {
  const { actions, browser, readLink, password } = await signIn();
  await browser.post(`${AUTH}/change-email`, { newEmail: newAddress(), password });
  expect(actions()).toEqual([]);
  await browser.get(await readLink("verify-email"));
  expect(actions()).toEqual(["account/change_email"]);
});

test("the second factor is recorded when it goes on and off, and a sign-in only once it is given", async () => {
  const { actions, events, browser, open, email, password } = await signIn();
  const { body } = await browser.post(`${AUTH}/two-factor/enable`, { password });
  const { totpURI } = body as { totpURI: string };
  await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI) });
  expect(actions()).toEqual(["account/enable_second_factor"]);
  const next = open();
  await next.post(`${AUTH}/sign-in/email`, { email, password });
  expect(events).toHaveLength(1);
  await next.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI, { next: 1 }) });
  await next.post(`${AUTH}/two-factor/disable`, { password });
  expect(actions().slice(1)).toEqual(["sign_in", "account/disable_second_factor"]);
});

test.each(["revoke-sessions", "revoke-other-sessions"])("%s is recorded for whoever asked", async (path) => {
  const { events, first, browser } = await signIn();
  await browser.post(`${AUTH}/${path}`);
  expect(events).toMatchObject([{ userId: first[0]?.userId, action: "account/revoke_sessions", ip: IP }]);
});

test("a provider that is linked and unlinked, backup codes, the profile and signing out are recorded", async () => {
  const { actions, browser, open, email, password } = await signIn();
  await signInWith(open(), "google", { email, verified: "yes" });
  expect(actions()).toEqual(["account/link_provider", "sign_in"]);
  const { body } = await browser.get(`${AUTH}/list-accounts`);
  const linked = (body as { id: string; providerId: string }[]).find(
    ({ providerId }) => providerId === "google",
  );
  await browser.post(`${AUTH}/unlink-account`, { accountId: linked?.id, password });
  const enabled = await browser.post(`${AUTH}/two-factor/enable`, { password });
  const { totpURI } = enabled.body as { totpURI: string };
  await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI) });
  await browser.post(`${AUTH}/two-factor/generate-backup-codes`, { password });
  await browser.post(`${AUTH}/update-user`, { name: "Another" });
  await browser.post(`${AUTH}/sign-out`);
  expect(actions().slice(2)).toEqual([
    "account/unlink_provider",
    "account/enable_second_factor",
    "account/renew_backup_codes",
    "account/update",
    "sign_out",
  ]);
});

test("a session keeps 300 characters of what the browser calls itself", async () => {
  const { auth } = createRecorded(() => {});
  const { email, password } = await createPerson();
  const fetch = (request: Request) => {
    request.headers.set("user-agent", "x".repeat(5_000));
    return auth.handler(request);
  };
  const browser = createBrowser({ fetch });
  await browser.post(`${AUTH}/sign-in/email`, { email, password });
  const { body } = await browser.get(`${AUTH}/get-session`);
  expect((body as { session: { userAgent: string } }).session.userAgent).toHaveLength(300);
});

test("an object that does not answer holds up no sign-in", async () => {
  const { open } = createRecorded(() => new Promise(() => {}));
  const { email, password } = await createPerson();
  expect((await open().post(`${AUTH}/sign-in/email`, { email, password })).status).toBe(200);
});

test("a row that cannot be written keeps nobody out", async () => {
  const { open } = createRecorded(() => {
    throw new Error("The organization does not answer.");
  });
  const { email, password } = await createPerson();
  const browser = open();
  expect((await browser.post(`${AUTH}/sign-in/email`, { email, password })).status).toBe(200);
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { email } });
});
