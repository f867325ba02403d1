import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { createPerson } from "#tests/person.ts";

const AUTH = "/api/v1/auth";
const password = "correct horse battery";

type Request = [method: "GET" | "POST", path: string, body?: object];

const refusals: [string, number, string, Request][] = [
  [
    "a wrong password",
    401,
    "invalid_credentials",
    ["POST", "/sign-in/email", { email: "a@example.com", password }],
  ],
  ["no session", 401, "not_signed_in", ["GET", "/list-sessions"]],
  ["half a form", 400, "invalid_request", ["POST", "/sign-up/email", { email: "a@example.com" }]],
  ["an address that is none", 400, "invalid_request", ["POST", "/sign-in/email", { email: "a", password }]],
  [
    "a made-up token",
    400,
    "invalid_token",
    ["POST", "/reset-password", { token: "x", newPassword: password }],
  ],
  ["a made-up link", 400, "invalid_token", ["GET", "/verify-email?token=x"]],
  [
    "a code without a first factor",
    401,
    "not_signed_in",
    ["POST", "/two-factor/verify-totp", { code: "123456" }],
  ],
  [
    "a page elsewhere to go back to",
    400,
    "invalid_request",
    ["GET", "/verify-email?token=x&callbackURL=https://evil.example"],
  ],
  [
    "a provider that is not on",
    404,
    "not_found",
    ["POST", "/sign-in/social", { provider: "gitlab", callbackURL: "/" }],
  ],
  ["an address where nothing is", 404, "not_found", ["GET", "/nothing"]],
];

test.each(refusals)("%s is refused by a receipt", async (_, status, code, [method, path, body]) => {
  const answer = await createBrowser().send(method, `${AUTH}${path}`, body);
  expect([answer.status, answer.body]).toEqual([
    status,
    {
      error: {
        code,
        message: expect.stringMatching(/\S/),
        whoCanFix: "you",
        url: `https://latchkey.test/docs/errors/${code}`,
      },
    },
  ]);
});

test("a form with a field that is missing is told which, in words without brackets", async () => {
  const { body } = await createBrowser().post(`${AUTH}/change-password`, {});
  const { message } = (body as { error: { message: string } }).error;
  expect(message).not.toMatch(/\[|^:/);
  const half = await createBrowser().post(`${AUTH}/reset-password`, { token: "x" });
  expect((half.body as { error: { message: string } }).error.message).toMatch(/^newPassword: /);
});

test("an address that is not confirmed is refused by a receipt that says so, to who knows the password", async () => {
  const form = { email: `${crypto.randomUUID()}@example.com`, password, name: "Ann" };
  await createBrowser().post(`${AUTH}/sign-up/email`, form);
  const { status, body } = await createBrowser().post(`${AUTH}/sign-in/email`, form);
  expect([status, body]).toMatchObject([403, { error: { code: "email_not_verified" } }]);
  const wrong = await createBrowser().post(`${AUTH}/sign-in/email`, {
    ...form,
    password: "wrong horse battery",
  });
  expect(wrong.status).toBe(401);
});

test("another site's form is refused by a receipt", async () => {
  const { email } = await createPerson();
  const browser = createBrowser({ origin: "https://evil.example" });
  const { status, body } = await browser.post(`${AUTH}/sign-in/email`, { email, password });
  expect([status, body]).toMatchObject([403, { error: { code: "origin_not_allowed" } }]);
});

test("what is no refusal stays as better-auth made it", async () => {
  const { browser } = await createPerson();
  const session = await browser.get(`${AUTH}/get-session`);
  expect([session.status, session.body]).toMatchObject([200, { user: { name: "Ann Example" } }]);
  const { headers, status } = await browser.get(`${AUTH}/verify-email?token=x&callbackURL=/`);
  expect([status, headers.get("location")]).toEqual([302, "/?error=INVALID_TOKEN"]);
});
