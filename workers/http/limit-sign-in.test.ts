import { exports } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { toCode } from "#tests/authenticator.ts";
import { createBrowser } from "#tests/browser.ts";
import { readLink, readMail } from "#tests/mailbox.ts";
import { createPerson, type Person } from "#tests/person.ts";
import { stopClock } from "#tests/sandbox.ts";

const AUTH = "/api/v1/auth";
const WRONG = "wrong horse battery";
type Browser = ReturnType<typeof createBrowser>;

async function times(count: number, ask: (index: number) => Promise<{ status: number }>) {
  const statuses = [];
  for (let index = 0; index < count; index += 1) statuses.push((await ask(index)).status);
  return statuses;
}

async function turnOnSecondFactor({ browser, password }: Person) {
  const { body } = await browser.post(`${AUTH}/two-factor/enable`, { password });
  const { totpURI } = body as { totpURI: string };
  await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI) });
  return totpURI;
}

/** As far as the code. */
async function showPassword({ email, password }: Person, ip?: string): Promise<Browser> {
  const browser = createBrowser({ ip });
  await browser.post(`${AUTH}/sign-in/email`, { email, password });
  return browser;
}

const giveCode = (browser: Browser, code: string, more = {}) =>
  browser.post(`${AUTH}/two-factor/verify-totp`, { code, ...more });

test("wrong codes are limited per account, whatever else the form says", async () => {
  await stopClock();
  const person = await createPerson();
  await turnOnSecondFactor(person);
  const { ip } = createBrowser();
  const guess = async (index: number) =>
    giveCode(await showPassword(person, ip), "000000", { email: `${index}@example.com` });
  expect(await times(6, guess)).toEqual([401, 401, 401, 401, 401, 429]);
});

test("a stranger on the same network locks nobody out: not by codes, passwords or links", async () => {
  await stopClock();
  const [owner, stranger] = [await createPerson(), await createPerson()];
  const totpURI = await turnOnSecondFactor(owner);
  await turnOnSecondFactor(stranger);
  const ip = owner.browser.ip;
  const guesser = await showPassword(stranger, ip);
  expect((await times(6, () => giveCode(guesser, "000000"))).at(-1)).toBe(429);
  const nobody = createBrowser({ ip });
  const reset = { token: "made-up", newPassword: "another horse battery" };
  expect((await times(6, () => nobody.post(`${AUTH}/reset-password`, reset))).at(-1)).toBe(429);

  const code = toCode(totpURI, { next: 1 });
  expect((await giveCode(await showPassword(owner, ip), code)).status).toBe(200);
  const wrong = { currentPassword: WRONG, newPassword: "another horse battery" };
  expect((await owner.browser.post(`${AUTH}/change-password`, wrong)).status).toBe(401);
  await nobody.post(`${AUTH}/request-password-reset`, { email: owner.email });
  const token = new URL(await readLink(owner.email, /new password/)).pathname.split("/").at(-1);
  expect((await nobody.post(`${AUTH}/reset-password`, { ...reset, token })).status).toBe(200);
});

test("the right code clears what the owner mistyped", async () => {
  await stopClock();
  const person = await createPerson();
  const totpURI = await turnOnSecondFactor(person);
  const { ip } = createBrowser();
  const browser = await showPassword(person, ip);
  expect(await times(4, () => giveCode(browser, "000000"))).toEqual([401, 401, 401, 401]);
  expect((await giveCode(browser, toCode(totpURI, { next: 1 }))).status).toBe(200);
  const later = await showPassword(person, ip);
  expect(await times(4, () => giveCode(later, "000000"))).toEqual([401, 401, 401, 401]);
});

test("signing in by a provider has places enough for an office, and an end", async () => {
  await stopClock();
  const { ip } = createBrowser();
  const form = { provider: "google", callbackURL: "/" };
  const statuses = await times(61, () => createBrowser({ ip }).post(`${AUTH}/sign-in/social`, form));
  expect([statuses.slice(0, 60).every((status) => status === 200), statuses[60]]).toEqual([true, 429]);
});

test("whoever holds a /64 of IPv6 has one address", async () => {
  await stopClock();
  const { email } = await createPerson();
  const guess = (index: number) =>
    createBrowser({ ip: `2001:db8:7:7:${index}::1` }).post(`${AUTH}/sign-in/email`, {
      email,
      password: WRONG,
    });
  expect(await times(6, guess)).toEqual([401, 401, 401, 401, 401, 429]);
});

test("ten wrong codes alarm the owner, who still gets in elsewhere", async () => {
  await stopClock();
  const person = await createPerson();
  const totpURI = await turnOnSecondFactor(person);
  const guess = async () => giveCode(await showPassword(person), "000000");
  expect(await times(11, guess)).toEqual(Array(11).fill(401));
  await vi.waitUntil(async () =>
    (await readMail(person.email)).some(({ subject }) => subject === "10 failed sign-ins to your account"),
  );
  const owner = await showPassword(person);
  expect((await giveCode(owner, toCode(totpURI, { next: 1 }))).status).toBe(200);
}, 30_000);

test("a made-up cookie before the real one hides no wrong code from the owner", async () => {
  await stopClock();
  const person = await createPerson();
  await turnOnSecondFactor(person);
  const guess = async () => {
    const waiting = await showPassword(person);
    const headers = {
      origin: "https://app.latchkey.test",
      "content-type": "application/json",
      "cf-connecting-ip": waiting.ip,
      cookie: `made-up-latchkey.two_factor=nobody.signature; ${waiting.cookie()}`,
    };
    const body = JSON.stringify({ code: "000000" });
    const url = `https://app.latchkey.test${AUTH}/two-factor/verify-totp`;
    return exports.Dashboard.fetch(new Request(url, { method: "POST", headers, body }));
  };
  expect(await times(10, guess)).toEqual(Array(10).fill(401));
  await vi.waitUntil(async () =>
    (await readMail(person.email)).some(({ subject }) => subject === "10 failed sign-ins to your account"),
  );
}, 30_000);

test("what a session asks of better-auth counts among the hundred requests of a minute", async () => {
  await stopClock();
  const { browser } = await createPerson();
  const statuses = await times(101, () => browser.get(`${AUTH}/get-session`));
  expect(statuses.at(-1)).toBe(429);
  expect((await browser.get("/api/v1/organizations")).status).toBe(429);
});

test("failed sign-ins are in the activity of the person's organizations, at most one in ten seconds", async () => {
  await stopClock();
  const person = await createPerson();
  const id = await person.createOrganization();
  await times(3, () =>
    createBrowser().post(`${AUTH}/sign-in/email`, { email: person.email, password: WRONG }),
  );
  const failures = async () => {
    const { body } = await person.browser.get(`/api/v1/organizations/${id}/activity`);
    const { rows } = body as { rows: { action: string; result: string; target: string }[] };
    return rows.filter(({ action, result }) => action === "sign_in" && result === "invalid_credentials");
  };
  await vi.waitUntil(async () => (await failures()).length > 0);
  expect(await failures()).toMatchObject([{ target: person.userId }]);
});
