import { expect, test } from "vitest";
import { toCode } from "#tests/authenticator.ts";
import { createBrowser } from "#tests/browser.ts";
import { readLink } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";
import { signInWith } from "#tests/provider.ts";

const AUTH = "/api/v1/auth";
const CODE_PAGE = "https://app.latchkey.test/sign-in?step=code";
type Browser = ReturnType<typeof createBrowser>;

async function createGuardedPerson() {
  const { browser, email, password } = await createPerson();
  const { body } = await browser.post(`${AUTH}/two-factor/enable`, { password });
  const { totpURI } = body as { totpURI: string };
  await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI) });
  return { email, password, totpURI };
}

const isSignedIn = async (browser: Browser) => (await browser.get(`${AUTH}/get-session`)).body !== null;

async function expectCodeIsNeeded(browser: Browser, totpURI: string): Promise<void> {
  expect(await isSignedIn(browser)).toBe(false);
  expect((await browser.post(`${AUTH}/two-factor/verify-totp`, { code: "000000" })).status).toBe(401);
  expect(await isSignedIn(browser)).toBe(false);
  await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI, { next: 1 }) });
  expect(await isSignedIn(browser)).toBe(true);
}

test("whoever turned the second factor on is asked for it after an e-mailed link too", async () => {
  const { email, totpURI } = await createGuardedPerson();
  const browser = createBrowser();
  const callbackURL = "https://app.latchkey.test/harbour/keys?dialog=new";
  await browser.post(`${AUTH}/sign-in/magic-link`, { email, callbackURL });
  const { status, headers } = await browser.get(await readLink(email, /sign-in link/));
  expect([status, headers.get("location")]).toEqual([
    302,
    `${CODE_PAGE}&to=%2Fharbour%2Fkeys%3Fdialog%3Dnew`,
  ]);
  await expectCodeIsNeeded(browser, totpURI);
});

test("whoever turned the second factor on is asked for it after a provider too", async () => {
  const { email, totpURI } = await createGuardedPerson();
  const browser = createBrowser();
  expect(await signInWith(browser, "google", { email, verified: "yes" })).toBe(`${CODE_PAGE}&to=%2Fwelcome`);
  await expectCodeIsNeeded(browser, totpURI);
});

test("somebody without a password can turn the second factor on; somebody with one has to give it", async () => {
  const withoutPassword = createBrowser();
  await signInWith(withoutPassword, "google", {
    email: `${crypto.randomUUID()}@example.com`,
    verified: "yes",
  });
  expect((await withoutPassword.post(`${AUTH}/two-factor/enable`)).status).toBe(200);
  const { browser } = await createPerson();
  const refused = await browser.post(`${AUTH}/two-factor/enable`);
  expect([refused.status, refused.body]).toMatchObject([403, { error: { code: "proof_required" } }]);
});

test("a code works once, and none before it works any more", async () => {
  const { email, password, totpURI } = await createGuardedPerson();
  const signIn = async (code: string) => {
    const browser = createBrowser();
    await browser.post(`${AUTH}/sign-in/email`, { email, password });
    return (await browser.post(`${AUTH}/two-factor/verify-totp`, { code })).status;
  };
  const code = toCode(totpURI, { next: 1 });
  // Given when the second factor was turned on.
  expect(await signIn(toCode(totpURI))).toBe(401);
  expect((await Promise.all([signIn(code), signIn(code)])).sort()).toEqual([200, 401]);
  expect(await signIn(code)).toBe(401);
});
