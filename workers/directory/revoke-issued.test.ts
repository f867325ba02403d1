import { expect, test } from "vitest";
import { toCode } from "#tests/authenticator.ts";
import { createBrowser } from "#tests/browser.ts";
import { readLink } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";

const AUTH = "/api/v1/auth";
const newPassword = "another horse battery";
type Browser = ReturnType<typeof createBrowser>;

/** Somebody with a second factor, and a browser of theirs that need not give a code. */
async function createTrusting() {
  const person = await createPerson();
  const { browser, email, password } = person;
  const { body } = await browser.post(`${AUTH}/two-factor/enable`, { password });
  const { totpURI } = body as { totpURI: string };
  await browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI) });
  const trusted = createBrowser();
  await trusted.post(`${AUTH}/sign-in/email`, { email, password });
  const given = { code: toCode(totpURI, { next: 1 }), trustDevice: true };
  await trusted.post(`${AUTH}/two-factor/verify-totp`, given);
  return { ...person, trusted };
}

type Trusting = Awaited<ReturnType<typeof createTrusting>>;

const asksForCode = async (browser: Browser, form: { email: string; password: string }) => {
  const { body } = await browser.post(`${AUTH}/sign-in/email`, form);
  return (body as { twoFactorRedirect?: boolean }).twoFactorRedirect === true;
};

const changes: [string, (person: Trusting) => Promise<unknown>][] = [
  ["no change", async () => {}],
  [
    "a new password",
    ({ browser, password }) =>
      browser.post(`${AUTH}/change-password`, { currentPassword: password, newPassword }),
  ],
  ["the end of all sessions", ({ browser }) => browser.post(`${AUTH}/revoke-sessions`)],
  ["the end of all other sessions", ({ browser }) => browser.post(`${AUTH}/revoke-other-sessions`)],
  [
    "new backup codes",
    ({ browser, password }) => browser.post(`${AUTH}/two-factor/generate-backup-codes`, { password }),
  ],
  [
    "another second factor",
    async ({ browser, password }) => {
      await browser.post(`${AUTH}/two-factor/disable`, { password });
      const { body } = await browser.post(`${AUTH}/two-factor/enable`, { password });
      const { totpURI } = body as { totpURI: string };
      return browser.post(`${AUTH}/two-factor/verify-totp`, { code: toCode(totpURI) });
    },
  ],
];

test.each(changes)(
  "after %s a trusted browser gives a code again, if anything changed",
  async (what, change) => {
    const person = await createTrusting();
    await change(person);
    const password = what === "a new password" ? newPassword : person.password;
    expect(await asksForCode(person.trusted, { ...person, password })).toBe(what !== "no change");
  },
);

test("a new password ends the sign-ins that wait for a code, and the links that were sent before", async () => {
  const { browser, email, password } = await createTrusting();
  const waiting = createBrowser();
  expect(await asksForCode(waiting, { email, password })).toBe(true);
  await browser.post(`${AUTH}/request-password-reset`, { email });
  const token = new URL(await readLink(email, /new password/)).pathname.split("/").at(-1);
  await browser.post(`${AUTH}/change-password`, { currentPassword: password, newPassword });
  const code = await waiting.post(`${AUTH}/two-factor/verify-totp`, { code: "123456" });
  expect(code.body).toMatchObject({ error: { code: "not_signed_in" } });
  expect((await browser.post(`${AUTH}/reset-password`, { token, newPassword: password })).status).toBe(400);
});
