import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readLink } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";
import { findWeakness } from "./weak-password.ts";

const AUTH = "/api/v1/auth";
const email = "grace.hopper@example.com";

const weak = [
  "1234567890",
  "0987654321",
  "aaaaaaaaaa",
  "abcabcabcabc",
  "qwertyuiop",
  "1q2w3e4r5t",
  "qwerty12345",
  "password123",
  "P@ssw0rd123!",
  "passwordpassword",
  "Summer2024!",
  "iloveyou123",
  "letmein-please",
  "Welcome2Hostaway",
  "latchkey forever 77",
  "xx Grace.Hopper xx",
];

test.each(weak)("%s is easy to guess", (password) => {
  expect(findWeakness(password, email)).toEqual(expect.any(String));
});

const strong = [
  "correct horse battery",
  "another horse battery",
  "84729384719283",
  "tr0ub4dor&3xyz",
  "Küstennebel über Amrum",
  "kX9#mQ2$vL7p",
  "hopper likes gravel",
];

test.each(strong)("%s is not", (password) => {
  expect(findWeakness(password, email)).toBeNull();
});

test("a weak password is refused wherever one is chosen, and the message says why", async () => {
  const person = await createPerson();
  const { browser, password } = person;
  const local = person.email.split("@")[0] ?? "";
  await browser.post(`${AUTH}/request-password-reset`, { email: person.email });
  const token = new URL(await readLink(person.email, /new password/)).pathname.split("/").at(-1);
  const fresh = `${crypto.randomUUID()}@example.com`;
  const answers = [
    await createBrowser().post(`${AUTH}/sign-up/email`, {
      email: fresh,
      name: "Ann",
      password: "password123",
    }),
    await createBrowser().post(`${AUTH}/sign-up/email`, {
      email: person.email,
      name: "Ann",
      password: "password123",
    }),
    await browser.post(`${AUTH}/change-password`, { currentPassword: password, newPassword: `my ${local}` }),
    await createBrowser().post(`${AUTH}/reset-password`, { token, newPassword: `my ${local}` }),
  ];
  const common = "password: is made of common words and sequences, and easy to guess.";
  const own = "password: contains the name of your e-mail address.";
  expect(answers.map(({ body }) => (body as { error: object }).error)).toMatchObject([
    { code: "invalid_request", message: common },
    { code: "invalid_request", message: common },
    { code: "invalid_request", message: own },
    { code: "invalid_request", message: own },
  ]);
});
