import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readLink, readMail } from "#tests/mailbox.ts";
import { createPerson, type Person } from "#tests/person.ts";

const AUTH = "/api/v1/auth";
const newAddress = () => `${crypto.randomUUID()}@example.com`;
type Browser = ReturnType<typeof createBrowser>;

const ask = (browser: Browser, newEmail: string) =>
  browser.post(`${AUTH}/change-email`, { newEmail, password: "correct horse battery" });
const signIn = async (email: string, password: string) =>
  (await createBrowser().post(`${AUTH}/sign-in/email`, { email, password })).status;
const emailOf = async (browser: Browser) =>
  ((await browser.get(`${AUTH}/get-session`)).body as { user: { email: string } }).user.email;

test("an address changes when the new one is confirmed, and not before", async () => {
  const { browser, email, password } = await createPerson();
  const next = newAddress();
  expect((await ask(browser, next)).status).toBe(200);
  const link = await readLink(next, /^Confirm your new e-mail address$/);
  expect(await emailOf(browser)).toBe(email);
  expect(await signIn(next, password)).toBe(401);
  await browser.get(link);
  expect(await emailOf(browser)).toBe(next);
  expect(await signIn(next, password)).toBe(200);
  expect(await signIn(email, password)).toBe(401);
});

test("the old address is told at once, with the new one", async () => {
  const { browser, email } = await createPerson();
  const next = newAddress();
  await ask(browser, next);
  const notice = (await readMail(email)).find(({ subject }) => /about to change/.test(subject));
  expect(notice?.text).toContain(next);
});

test("a taken address is answered as a free one, and its owner is sent no link", async () => {
  const ann = await createPerson();
  const ben = await createPerson();
  const free = newAddress();
  const [taken, other] = [await ask(ann.browser, ben.email), await ask(ann.browser, free)];
  expect([taken.status, taken.body]).toEqual([other.status, other.body]);
  await readLink(free, /Confirm your new/);
  const notices = (await readMail(ann.email)).filter(({ subject }) => /about to change/.test(subject));
  expect(notices).toHaveLength(2);
  expect((await readMail(ben.email)).some(({ subject }) => /new e-mail address/.test(subject))).toBe(false);
});

test("an address that somebody took in between stays theirs", async () => {
  const { browser, email } = await createPerson();
  const next = newAddress();
  await ask(browser, next);
  const link = await readLink(next, /Confirm your new/);
  const form = { email: next, password: "correct horse battery", name: "Quicker" };
  await createBrowser().post(`${AUTH}/sign-up/email`, form);
  const refused = await browser.get(link);
  expect([refused.status, refused.body]).toMatchObject([400, { error: { code: "invalid_token" } }]);
  expect(await emailOf(browser)).toBe(email);
});

test("the link of a change moves nobody else's address, and a stranger cannot ask for one", async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const next = newAddress();
  await ask(ann.browser, next);
  const link = await readLink(next, /Confirm your new/);
  expect((await ben.browser.get(link)).headers.get("location")).toContain("error=INVALID_USER");
  expect(await emailOf(ben.browser)).toBe(ben.email);
  const refused = await ask(createBrowser(), newAddress());
  expect([refused.status, refused.body]).toMatchObject([401, { error: { code: "not_signed_in" } }]);
});

test("the link of an older change is dead after a newer one", async () => {
  const { browser } = await createPerson();
  const [first, second] = [newAddress(), newAddress()];
  await ask(browser, first);
  await ask(browser, second);
  const old = await readLink(first, /Confirm your new/);
  await browser.get(await readLink(second, /Confirm your new/));
  expect((await browser.get(old)).headers.get("location")).toContain("error=INVALID_TOKEN");
  expect(await emailOf(browser)).toBe(second);
});

const isRefused = async (browser: Browser, link: string) =>
  (await browser.get(link)).headers.get("location")?.includes("error=INVALID_TOKEN");

const endings: [string, (person: Person) => Promise<unknown>][] = [
  [
    "the link that says it was not them",
    async ({ email }) => createBrowser().get(await readLink(email, /about to change/)),
  ],
  [
    "a new password",
    ({ browser, password }) =>
      browser.post(`${AUTH}/change-password`, {
        currentPassword: password,
        newPassword: "another horse battery",
      }),
  ],
  [
    "a new password by mail",
    async ({ email }) => {
      await createBrowser().post(`${AUTH}/request-password-reset`, { email });
      const token = new URL(await readLink(email, /new password/)).pathname.split("/").at(-1);
      const form = { token, newPassword: "another horse battery" };
      return createBrowser().post(`${AUTH}/reset-password`, form);
    },
  ],
  [
    "the end of the session that asked",
    async ({ browser, email, password }) => {
      const { body } = await browser.get(`${AUTH}/get-session`);
      const owner = createBrowser();
      await owner.post(`${AUTH}/sign-in/email`, { email, password });
      return owner.post(`${AUTH}/revoke-session`, {
        token: (body as { session: { token: string } }).session.token,
      });
    },
  ],
];

test.each(endings)("a change that waits is stopped by %s", async (_, end) => {
  const person = await createPerson();
  const next = newAddress();
  await ask(person.browser, next);
  const link = await readLink(next, /Confirm your new/);
  await end(person);
  expect(await isRefused(createBrowser(), link)).toBe(true);
  expect(await signIn(next, person.password)).toBe(401);
});

test("the link that stops a change leads to the sign-in page, and does nothing a second time", async () => {
  const { browser, email } = await createPerson();
  await ask(browser, newAddress());
  const link = await readLink(email, /about to change/);
  const open = async () => (await createBrowser().get(link)).headers.get("location");
  expect(await open()).toBe("https://app.latchkey.test/sign-in?notice=address-kept");
  expect(await open()).toBe("https://app.latchkey.test/sign-in?error=INVALID_TOKEN");
});

test("a link for a new password that went to the old address is dead once the address has changed", async () => {
  const { browser, email } = await createPerson();
  await browser.post(`${AUTH}/request-password-reset`, { email });
  const token = new URL(await readLink(email, /new password/)).pathname.split("/").at(-1);
  const next = newAddress();
  await ask(browser, next);
  await browser.get(await readLink(next, /Confirm your new/));
  const reset = { token, newPassword: "another horse battery" };
  expect((await createBrowser().post(`${AUTH}/reset-password`, reset)).status).toBe(400);
  expect(await signIn(next, reset.newPassword)).toBe(401);
});
