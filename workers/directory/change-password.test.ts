import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { createPerson } from "#tests/person.ts";

const AUTH = "/api/v1/auth";
const newPassword = "another horse battery";
const signIn = async (email: string, password: string) =>
  (await createBrowser().post(`${AUTH}/sign-in/email`, { email, password })).status;
const isSignedIn = async (browser: ReturnType<typeof createBrowser>) =>
  (await browser.get(`${AUTH}/get-session`)).body !== null;

test("a password changes with the right present one", async () => {
  const { browser, email, password } = await createPerson();
  const change = { currentPassword: password, newPassword };
  expect((await browser.post(`${AUTH}/change-password`, change)).status).toBe(200);
  expect(await signIn(email, password)).toBe(401);
  expect(await signIn(email, newPassword)).toBe(200);
});

test("a wrong present password changes nothing", async () => {
  const { browser, email, password } = await createPerson();
  const change = { currentPassword: "wrong horse battery", newPassword };
  const refused = await browser.post(`${AUTH}/change-password`, change);
  expect([refused.status, refused.body]).toMatchObject([401, { error: { code: "invalid_credentials" } }]);
  expect(await signIn(email, password)).toBe(200);
});

test("guessing the present password is limited, as signing in is", async () => {
  const { browser } = await createPerson();
  const guess = () =>
    browser.post(`${AUTH}/change-password`, { currentPassword: "wrong horse battery", newPassword });
  for (let count = 0; count < 5; count += 1) expect((await guess()).status).toBe(401);
  expect((await guess()).status).toBe(429);
});

test("a change may end all other sessions, and keeps the one that asked", async () => {
  const { browser, email, password } = await createPerson();
  const other = createBrowser();
  await other.post(`${AUTH}/sign-in/email`, { email, password });
  const change = { currentPassword: password, newPassword, revokeOtherSessions: true };
  expect((await browser.post(`${AUTH}/change-password`, change)).status).toBe(200);
  expect([await isSignedIn(other), await isSignedIn(browser)]).toEqual([false, true]);
});

const weak: [string, string][] = [
  ["of nine characters", "short pas"],
  ["of 129 characters", "x".repeat(129)],
];

test.each(weak)("a password %s is refused wherever one is chosen", async (_, weakPassword) => {
  const { browser, password } = await createPerson();
  const form = { email: `${crypto.randomUUID()}@example.com`, name: "Ann", password: weakPassword };
  const answers = [
    await createBrowser().post(`${AUTH}/sign-up/email`, form),
    await browser.post(`${AUTH}/change-password`, { currentPassword: password, newPassword: weakPassword }),
    await browser.post(`${AUTH}/reset-password`, { token: "any", newPassword: weakPassword }),
  ];
  for (const { status, body } of answers) {
    expect([status, body]).toMatchObject([
      400,
      { error: { code: "invalid_request", message: expect.stringMatching(/^password: must have/) } },
    ]);
  }
});
