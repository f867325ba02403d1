import { expect, test, vi } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readMail } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";
import { signInWith } from "#tests/provider.ts";

const AUTH = "/api/v1/auth";

const subjectsOf = async (email: string) => (await readMail(email)).map(({ subject }) => subject);
const waitFor = (email: string, subject: RegExp) =>
  vi.waitUntil(async () => (await subjectsOf(email)).some((found) => subject.test(found)));

test("an address gets five messages of a kind in an hour, and the answers stay the same", async () => {
  const { email } = await createPerson();
  const ask = () => createBrowser().post(`${AUTH}/request-password-reset`, { email });
  const first = await ask();
  for (let count = 0; count < 6; count += 1) {
    const { status, body } = await ask();
    expect([status, body]).toEqual([first.status, first.body]);
  }
  await createBrowser().post(`${AUTH}/sign-in/magic-link`, { email });
  await waitFor(email, /sign-in link/);
  const resets = (await subjectsOf(email)).filter((subject) => /new password/.test(subject));
  expect(resets).toHaveLength(5);
});

test("the owner is told when a provider is linked and when the second factor goes off", async () => {
  const { browser, email, password } = await createPerson();
  await signInWith(createBrowser(), "google", { email, verified: "yes" });
  await waitFor(email, /^A new way to sign in to your account$/);
  await browser.post(`${AUTH}/two-factor/disable`, { password });
  await waitFor(email, /^The second factor of your account is off$/);
});

test("somebody new who comes from a provider is told of no new way in", async () => {
  const email = `${crypto.randomUUID()}@example.com`;
  const browser = createBrowser();
  await signInWith(browser, "google", { email, verified: "yes" });
  await signInWith(createBrowser(), "github", { email, verified: "yes" });
  await waitFor(email, /^A new way/);
  expect((await subjectsOf(email)).filter((subject) => /^A new way/.test(subject))).toHaveLength(1);
});
