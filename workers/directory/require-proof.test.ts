import { afterEach, expect, test, vi } from "vitest";
import { toCode } from "#tests/authenticator.ts";
import { createBrowser } from "#tests/browser.ts";
import { createPerson } from "#tests/person.ts";
import { signInWith } from "#tests/provider.ts";

const AUTH = "/api/v1/auth";
const newAddress = () => `${crypto.randomUUID()}@example.com`;
type Browser = ReturnType<typeof createBrowser>;
type Account = { id: string; providerId: string };

afterEach(() => {
  vi.useRealTimers();
});

const guarded: [path: string, form: object][] = [
  ["change-email", { newEmail: "new@example.com" }],
  ["link-social", { provider: "google", callbackURL: "/" }],
  ["unlink-account", { accountId: "any" }],
  ["two-factor/enable", {}],
  ["two-factor/disable", {}],
  ["two-factor/get-totp-uri", {}],
  ["two-factor/generate-backup-codes", {}],
];

const refused = ["proof_required", "invalid_credentials"];

/** Signed in by a provider: without a password. */
async function createPasswordless() {
  const email = newAddress();
  const browser = createBrowser();
  await signInWith(browser, "google", { email, verified: "yes" });
  return { browser, email };
}

async function turnOnSecondFactor(browser: Browser, proof: object = {}) {
  const { body } = await browser.post(`${AUTH}/two-factor/enable`, proof);
  const enabled = body as { totpURI: string; backupCodes: string[] };
  await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(enabled.totpURI) });
  return enabled;
}

const refusalOf = async (browser: Browser, path: string, form: object) => {
  const { status, body } = await browser.post(`${AUTH}/${path}`, form);
  return [status, (body as { error?: { code: string } } | null)?.error?.code];
};

const accountsOf = async (browser: Browser) => (await browser.get(`${AUTH}/list-accounts`)).body as Account[];

test.each(guarded)("%s asks whoever has a password for it", async (path, form) => {
  const { browser, password } = await createPerson();
  expect(await refusalOf(browser, path, form)).toEqual([403, "proof_required"]);
  expect(await refusalOf(browser, path, { ...form, code: "123456" })).toEqual([403, "proof_required"]);
  const wrong = { ...form, password: "wrong horse battery" };
  expect(await refusalOf(browser, path, wrong)).toEqual([401, "invalid_credentials"]);
  expect(refused).not.toContain((await refusalOf(browser, path, { ...form, password }))[1]);
});

test.each(guarded)("%s asks whoever has only a second factor for a code", async (path, form) => {
  const { browser } = await createPasswordless();
  const { totpURI, backupCodes } = await turnOnSecondFactor(browser);
  expect(await refusalOf(browser, path, form)).toEqual([403, "proof_required"]);
  expect(await refusalOf(browser, path, { ...form, code: "000000" })).toEqual([401, "invalid_credentials"]);
  expect(await refusalOf(browser, path, { ...form, code: "no-code" })).toEqual([401, "invalid_credentials"]);
  const [backupCode] = backupCodes;
  const given = path.startsWith("two-factor") ? toCode(totpURI, { next: 1 }) : backupCode;
  expect(refused).not.toContain((await refusalOf(browser, path, { ...form, code: given }))[1]);
});

test.each(guarded)(
  "%s asks whoever has neither for a session of the last ten minutes",
  async (path, form) => {
    const { browser } = await createPasswordless();
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    expect(await refusalOf(browser, path, form)).toEqual([403, "proof_required"]);
    vi.useRealTimers();
    expect(await refusalOf(browser, path, form)).not.toContain("proof_required");
  },
);

test("a backup code that proved something proves nothing more", async () => {
  const { browser } = await createPasswordless();
  const [code] = (await turnOnSecondFactor(browser)).backupCodes;
  const ask = () => refusalOf(browser, "change-email", { newEmail: newAddress(), code });
  expect(await ask()).toEqual([200, undefined]);
  expect(await ask()).toEqual([401, "invalid_credentials"]);
});

test("a signed-in session alone cannot take the account over", async () => {
  const { browser, email, password } = await createPerson();
  await turnOnSecondFactor(browser, { password });
  const [credential] = await accountsOf(browser);
  await refusalOf(browser, "change-email", { newEmail: newAddress() });
  await refusalOf(browser, "link-social", { provider: "google", callbackURL: "/" });
  await refusalOf(browser, "unlink-account", { accountId: credential?.id });
  await refusalOf(browser, "two-factor/disable", {});
  expect((await accountsOf(browser)).map(({ providerId }) => providerId)).toEqual(["credential"]);
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({
    user: { email, twoFactorEnabled: true },
  });
});

test("the password stays while the second factor is on, and the last way in stays always", async () => {
  const { browser, email, password } = await createPerson();
  const [credential] = await accountsOf(browser);
  const unlink = { accountId: credential?.id, password };
  expect(await refusalOf(browser, "unlink-account", unlink)).toEqual([409, "conflict"]);
  await signInWith(createBrowser(), "google", { email, verified: "yes" });
  await turnOnSecondFactor(browser, { password });
  expect(await refusalOf(browser, "unlink-account", unlink)).toEqual([409, "conflict"]);
  await browser.post(`${AUTH}/two-factor/disable`, { password });
  expect(await refusalOf(browser, "unlink-account", unlink)).toEqual([200, undefined]);
  expect((await accountsOf(browser)).map(({ providerId }) => providerId)).toEqual(["google"]);
});

test("sessions are listed to an old session too", async () => {
  const { browser } = await createPerson();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 36 * 3_600_000 });
  expect((await browser.get(`${AUTH}/list-sessions`)).body).toHaveLength(1);
});
