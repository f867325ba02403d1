import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { consumeRate } from "#directory/consume-rate.ts";
import { noteFailedSignIn } from "#directory/note-failed-sign-in.ts";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import { sendEmail } from "#directory/send-email.ts";
import { getNow } from "#lib/get-now.ts";
import { createBrowser } from "#tests/browser.ts";
import { database } from "#tests/database.ts";
import { createPerson } from "#tests/person.ts";
import { stopClock } from "#tests/sandbox.ts";
import { pruneDirectory } from "./prune-directory.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const count = (statement: string, ...values: (string | number)[]) =>
  database
    .prepare(`select count(*) as count from ${statement}`)
    .bind(...values)
    .first("count");

async function leaveEmail(at: number, isSent: boolean, attempts = 0): Promise<string> {
  const key = crypto.randomUUID();
  const send = () => (isSent ? Promise.resolve() : Promise.reject(new Error("The provider is down.")));
  const email = {
    to: `${key}@example.com`,
    subject: "Hello",
    text: "https://example.com/once",
    html: "<p>Once</p>",
  };
  await sendEmail({ db: env.DB, transport: { send }, now: at }, key, email);
  if (attempts > 0)
    await database.prepare("update emails set attempts = ? where key = ?").bind(attempts, key).run();
  return key;
}

test("counted requests go after two days, and not while they still hold somebody back", async () => {
  await stopClock();
  const now = await getNow(env);
  const [old, young] = [crypto.randomUUID(), crypto.randomUUID()];
  await consumeRate(env.DB, old, { requests: 5, seconds: 86_400 }, now - 2 * DAY - 1_000);
  await consumeRate(env.DB, young, { requests: 5, seconds: 86_400 }, now - DAY);
  await pruneDirectory(env);
  const isKept = (key: string) => count("rate_limits where key = ?", key);
  expect([await isKept(old), await isKept(young)]).toEqual([0, 1]);
});

test("consent pages and registrations of assistants go when they are over", async () => {
  const records = createOAuthRecords(env.DB);
  const newKey = () => `client:${crypto.randomUUID()}`;
  const [over, open, endless] = [newKey(), newKey(), newKey()];
  await records.save(over, "{}", Date.now() - 1);
  await records.save(open, "{}", Date.now() + 60_000);
  await records.save(endless, "{}", null);
  await pruneDirectory(env);
  const isKept = (key: string) => count("oauth_records where key = ?", key);
  expect([await isKept(over), await isKept(open), await isKept(endless)]).toEqual([0, 1, 1]);
});

test("failed sign-ins go after an hour", async () => {
  await stopClock();
  const now = await getNow(env);
  const [old, young] = [await createPerson(), await createPerson()];
  const note = (account: string, at: number) => noteFailedSignIn(env.DB, { account, address: "", now: at });
  await note(old.userId, now - HOUR - 1_000);
  await note(young.userId, now - HOUR - 1_000);
  await note(young.userId, now - HOUR + 60_000);
  await pruneDirectory(env);
  const isKept = (id: string) => count("failed_sign_ins where user_id = ?", id);
  expect([await isKept(old.userId), await isKept(young.userId)]).toEqual([0, 1]);
});

test("sessions and e-mailed tokens go when they have expired, whatever the clock of the sandbox says", async () => {
  const { browser, email, password, userId } = await createPerson();
  await createBrowser().post("/api/v1/auth/sign-in/email", { email, password });
  await createBrowser().post("/api/v1/auth/request-password-reset", { email });
  const expire = (table: string, where: string) =>
    database
      .prepare(`update ${table} set expires_at = ? where ${where}`)
      .bind(Date.now() - 1, userId)
      .run();
  const newest = "id = (select id from sessions where user_id = ? order by created_at desc limit 1)";
  await pruneDirectory(env);
  expect(await count("sessions where user_id = ?", userId)).toBe(2);
  expect(await count("verifications where value = ?", userId)).toBe(1);
  await expire("sessions", newest);
  await expire("verifications", "value = ?");
  await pruneDirectory(env);
  expect(await count("sessions where user_id = ?", userId)).toBe(1);
  expect(await count("verifications where value = ?", userId)).toBe(0);
  expect((await browser.get("/api/v1/auth/get-session")).body).toMatchObject({ user: { email } });
});

test("events of Stripe go ninety days after they were done with, and those that failed stay", async () => {
  await stopClock();
  const now = await getNow(env);
  const leave = async (state: string, receivedAt: number) => {
    const id = `evt_${crypto.randomUUID()}`;
    const statement =
      "insert into billing_events (id, type, state, created_at, received_at) values (?, 'invoice.paid', ?, ?, ?)";
    await database.prepare(statement).bind(id, state, receivedAt, receivedAt).run();
    return id;
  };
  const old = now - 90 * DAY - 1_000;
  const ids = [
    await leave("completed", old),
    await leave("ignored", old),
    await leave("failed", old),
    await leave("completed", now - 89 * DAY),
  ];
  await pruneDirectory(env);
  const isKept = (id: string) => count("billing_events where id = ?", id);
  expect(await Promise.all(ids.map(isKept))).toEqual([0, 0, 1, 1]);
});

test("e-mails go after thirty days, and what failed for good loses its text after one", async () => {
  await stopClock();
  const now = await getNow(env);
  const sent = await leaveEmail(now - 30 * DAY - 1_000, true);
  const younger = await leaveEmail(now - 29 * DAY, true);
  const failed = await leaveEmail(now - DAY - 1_000, false, 5);
  const trying = await leaveEmail(now - DAY - 1_000, false, 4);
  const justFailed = await leaveEmail(now - DAY + 60_000, false, 5);
  await pruneDirectory(env);
  const read = (key: string) =>
    database.prepare("select text, html from emails where key = ?").bind(key).first();
  const kept = { text: "https://example.com/once", html: "<p>Once</p>" };
  const nothing = { text: null, html: null };
  expect(await Promise.all([sent, younger, failed, trying, justFailed].map(read))).toEqual([
    null,
    nothing,
    nothing,
    kept,
    kept,
  ]);
});
