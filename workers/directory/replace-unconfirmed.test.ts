import { expect, test, vi } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readLink, readMail } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";

const AUTH = "/api/v1/auth";
const newAddress = () => `${crypto.randomUUID()}@example.com`;

async function signUp(email: string, password: string, name: string) {
  const browser = createBrowser();
  return { browser, answer: await browser.post(`${AUTH}/sign-up/email`, { email, password, name }) };
}

const signIn = async (email: string, password: string) =>
  (await createBrowser().post(`${AUTH}/sign-in/email`, { email, password })).status;

test("whoever signed up with somebody else's address before them has nothing of the account", async () => {
  const email = newAddress();
  const squatter = await signUp(email, "squatters password", "Squatter");
  const early = await readLink(email, /Confirm/);
  const owner = await signUp(email, "correct horse battery", "Owner");
  expect(owner.answer.status).toBe(squatter.answer.status);
  expect(Object.keys(owner.answer.body as object)).toEqual(Object.keys(squatter.answer.body as object));
  await vi.waitUntil(async () => (await readMail(email)).length === 2);
  expect((await createBrowser().get(early)).headers.get("location")).toContain("error=INVALID_TOKEN");
  await owner.browser.get(await readLink(email, /Confirm/));
  expect((await owner.browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { name: "Owner" } });
  expect(await signIn(email, "squatters password")).toBe(401);
  expect(await signIn(email, "correct horse battery")).toBe(200);
});

test("whoever signs up with it after them has nothing either, even if the owner opens the newest link", async () => {
  const email = newAddress();
  const owner = await signUp(email, "correct horse battery", "Owner");
  await readLink(email, /Confirm/);
  await signUp(email, "squatters password", "Squatter");
  await vi.waitUntil(async () => (await readMail(email)).length === 2);
  await owner.browser.get(await readLink(email, /Confirm/));
  expect((await owner.browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { email } });
  expect(await signIn(email, "squatters password")).toBe(401);
});

test("whoever signs up twice in one browser keeps the second password; signed up once, any browser confirms it", async () => {
  const [twice, once] = [newAddress(), newAddress()];
  const { browser } = await signUp(twice, "another horse battery", "Owner");
  const form = { email: twice, password: "correct horse battery", name: "Owner" };
  await browser.post(`${AUTH}/sign-up/email`, form);
  await vi.waitUntil(async () => (await readMail(twice)).length === 2);
  await browser.get(await readLink(twice, /Confirm/));
  expect(await signIn(twice, "correct horse battery")).toBe(200);
  await signUp(once, "correct horse battery", "Owner");
  await createBrowser().get(await readLink(once, /Confirm/));
  expect(await signIn(once, "correct horse battery")).toBe(200);
});

test("an account whose address is confirmed is not begun anew", async () => {
  const { browser, email, password } = await createPerson("Owner");
  await signUp(email.toUpperCase(), "squatters password", "Squatter");
  expect((await browser.get(`${AUTH}/get-session`)).body).toMatchObject({ user: { name: "Owner" } });
  expect(await signIn(email, "squatters password")).toBe(401);
  expect(await signIn(email, password)).toBe(200);
});
