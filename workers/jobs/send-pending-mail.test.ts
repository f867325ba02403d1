import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { expect, test } from "vitest";
import { emails } from "#directory/schema/index.ts";
import { sendEmail } from "#directory/send-email.ts";
import { database } from "#tests/database.ts";
import { readMail } from "#tests/mailbox.ts";
import { sendPendingMail } from "./send-pending-mail.ts";

const down = { send: () => Promise.reject(new Error("The provider is down.")) };

async function leaveUnsent(times = 1) {
  const key = crypto.randomUUID();
  const email = {
    to: `${key}@example.com`,
    subject: "Hello",
    text: "https://example.com/once",
    html: "<p>Once</p>",
  };
  await sendEmail({ db: env.DB, transport: down, now: 1_000 }, key, email);
  if (times > 1) await drizzle(database).update(emails).set({ attempts: times }).where(eq(emails.key, key));
  const read = () => drizzle(database).select().from(emails).where(eq(emails.key, key)).get();
  return { key, email, read };
}

test("mail that a provider refused is sent by the next run, once, and its body is dropped", async () => {
  const { email, read } = await leaveUnsent();
  expect(await read()).toMatchObject({ attempts: 1, sentAt: null, text: email.text });
  await sendPendingMail(env);
  await sendPendingMail(env);
  expect(await readMail(email.to)).toHaveLength(1);
  expect(await read()).toMatchObject({ text: null, html: null, sentAt: expect.any(Number) });
});

test("the same event is written about once", async () => {
  const { key, email } = await leaveUnsent();
  await sendEmail({ db: env.DB, transport: down, now: 2_000 }, key, { ...email, subject: "Again" });
  await sendPendingMail(env);
  expect((await readMail(email.to)).map(({ subject }) => subject)).toEqual(["Hello"]);
});

test("mail that failed five times is left alone", async () => {
  const { email, read } = await leaveUnsent(5);
  await sendPendingMail(env);
  expect(await readMail(email.to)).toHaveLength(0);
  expect(await read()).toMatchObject({ attempts: 5, sentAt: null });
});
