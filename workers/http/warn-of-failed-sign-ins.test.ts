import { expect, test, vi } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readMail } from "#tests/mailbox.ts";
import { createPerson } from "#tests/person.ts";
import { stopClock } from "#tests/sandbox.ts";

const guess = (email: string) =>
  createBrowser().post("/api/v1/auth/sign-in/email", { email, password: "wrong horse battery" });

test("after ten wrong passwords from anywhere the owner gets one message, and the answers stay the same", async () => {
  await stopClock();
  const { email, password } = await createPerson();
  const unknown = `${crypto.randomUUID()}@example.com`;
  const expected = await guess(unknown);
  for (let count = 0; count < 11; count += 1) {
    const { status, body } = await guess(email);
    expect([status, body]).toEqual([expected.status, expected.body]);
  }
  const warnings = async () =>
    (await readMail(email)).filter(({ subject }) => subject === "10 failed sign-ins to your account");
  await vi.waitUntil(async () => (await warnings()).length > 0);
  const [warning] = await warnings();
  expect(warning?.text).toContain("10 times, from 10 network addresses");
  expect(warning?.text).not.toContain("wrong horse battery");
  expect(await warnings()).toHaveLength(1);
  const owner = await createBrowser().post("/api/v1/auth/sign-in/email", { email, password });
  expect(owner.status).toBe(200);
  expect(await readMail(unknown)).toEqual([]);
});
