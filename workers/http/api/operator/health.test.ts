import { createExecutionContext, createScheduledController, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { noteFailedSignIn } from "#directory/note-failed-sign-in.ts";
import { saveRollup } from "#directory/operator/save-rollup.ts";
import worker from "#index.ts";
import { getNow } from "#lib/get-now.ts";
import { observeDatabase } from "#operator/observe-database.ts";
import { database } from "#tests/database.ts";
import { createUser } from "#tests/directory.ts";
import { CONSOLE, createOperator } from "#tests/operator.ts";
import { createOrganization } from "#tests/organization.ts";
import type { Person } from "#tests/person.ts";
import { advanceClock } from "#tests/sandbox.ts";

const Health = z.object({
  version: z.string(),
  alerts: z.array(
    z.object({
      name: z.string(),
      since: z.number(),
      value: z.number(),
      limit: z.number(),
      message: z.string(),
    }),
  ),
  jobs: z.array(z.looseObject({ job: z.string(), error: z.string().nullable(), isLate: z.boolean() })),
  slowQueries: z.array(z.looseObject({ statement: z.string(), durationMs: z.number() })),
});

const read = async ({ browser }: Person) => Health.parse((await browser.get(`${CONSOLE}/health`)).body);

async function alertsOf(operator: Person, name: string) {
  return (await read(operator)).alerts.filter((alert) => alert.name === name);
}

const forget = (table: string) => database.prepare(`delete from ${table}`).run();

async function roll(calls: number, errors: number) {
  await forget("usage_rollups");
  await forget("organization_rollups");
  const { id } = await createOrganization();
  const at = Math.floor(await getNow(env));
  const days = [{ day: new Date(at).toISOString().slice(0, 10), calls, billable: calls, errors }];
  const rest = { hour: { calls, errors }, lastCallAt: at, failingWebhooks: [], schemaVersion: 1 };
  await saveRollup(forOrganization(env.DB, id), { at, days, ...rest }, at);
}

test("more than 5 % of calls in error is an alert, and 5 % is none", async () => {
  const operator = await createOperator();
  await roll(100, 5);
  expect(await alertsOf(operator, "errors_hour")).toEqual([]);
  expect(await alertsOf(operator, "errors_day")).toEqual([]);
  await roll(100, 6);
  expect(await alertsOf(operator, "errors_hour")).toMatchObject([{ value: 6, limit: 5 }]);
  expect(await alertsOf(operator, "errors_day")).toMatchObject([{ value: 6, limit: 5 }]);
});

test("more than ten failed sign-ins within an hour are an alert, on whatever accounts", async () => {
  const operator = await createOperator();
  await forget("failed_sign_ins");
  const now = Math.floor(await getNow(env));
  const fail = async (times: number) => {
    const { id } = await createUser();
    for (let at = 0; at < times; at += 1)
      await noteFailedSignIn(env.DB, { account: id, address: "192.0.2.1", now: now - at });
  };
  await fail(6);
  await fail(4);
  expect(await alertsOf(operator, "failed_sign_ins")).toEqual([]);
  await fail(1);
  expect(await alertsOf(operator, "failed_sign_ins")).toMatchObject([{ value: 11, limit: 10 }]);
});

test("mail and events of Stripe that hang for ten minutes are alerts, younger ones and events that Stripe has no more are none", async () => {
  const operator = await createOperator();
  await forget("emails");
  await forget("billing_events");
  const now = Math.floor(await getNow(env));
  const add = (at: number) =>
    database.batch([
      database
        .prepare(
          "insert into emails (key, recipient, subject, attempts, created_at) values (?, 'x@example.com', 'x', 9, ?)",
        )
        .bind(crypto.randomUUID(), at),
      database
        .prepare(
          "insert into billing_events (id, type, state, created_at, received_at) values (?, 'x', 'failed', 0, ?)",
        )
        .bind(crypto.randomUUID(), at),
    ]);
  await add(now);
  expect(await alertsOf(operator, "undelivered_mail")).toEqual([]);
  expect(await alertsOf(operator, "unprocessed_events")).toEqual([]);
  await add(now - 11 * 60_000);
  const since = now - 11 * 60_000;
  expect(await alertsOf(operator, "undelivered_mail")).toMatchObject([{ value: 1, since }]);
  expect(await alertsOf(operator, "unprocessed_events")).toMatchObject([{ value: 1, since }]);
  await add(now - 31 * 86_400_000);
  expect(await alertsOf(operator, "unprocessed_events")).toMatchObject([{ value: 1, since }]);
  await forget("emails");
});

test("public texts that are still the template are alerts", async () => {
  const operator = await createOperator();
  const found = await alertsOf(operator, "text_is_template");
  expect(found.map(({ message }) => message.split(" ")[3])).toEqual(["/privacy", "/terms"]);
});

const at = (time: string) => createScheduledController({ scheduledTime: new Date(`2027-03-10T${time}Z`) });

const run = async (time: string, change: Partial<typeof env> = {}) => {
  const ctx = createExecutionContext();
  await worker.scheduled(at(time), { ...env, ...change });
  await waitOnExecutionContext(ctx);
};

test("each job's last run is told with how it ended, and one that stays away is an alert", async () => {
  const operator = await createOperator();
  await forget("job_runs");
  expect(await alertsOf(operator, "job_not_run")).toMatchObject([{ value: 0 }]);
  await run("12:05:00", { EMAIL: undefined, EMAIL_URL: undefined });
  const { jobs, alerts } = await read(operator);
  expect(jobs.map(({ job }) => job)).toEqual([
    "advanceBilling",
    "announceBilling",
    "finishLifecycles",
    "pruneDirectory",
    "reconcileBilling",
    "rewrapDataKeys",
    "rollUpOrganizations",
    "sendPendingMail",
    "syncListings",
  ]);
  expect(jobs.find(({ job }) => job === "sendPendingMail")?.error).toBe("Error");
  expect(jobs.find(({ job }) => job === "pruneDirectory")?.error).toBeNull();
  expect(alerts.filter(({ name }) => name === "job_not_run")).toEqual([]);
  expect(alerts.map(({ name }) => name)).toContain("job_failed");
  await advanceClock("10m");
  const late = await alertsOf(operator, "job_not_run");
  expect(late.map(({ message }) => message.split(" ")[2])).toEqual([
    "reconcileBilling",
    "rollUpOrganizations",
    "syncListings",
  ]);
});

test("a query that takes longer than the limit is written down without its values, and is an alert", async () => {
  const operator = await createOperator();
  await forget("slow_queries");
  expect(await alertsOf(operator, "slow_queries")).toEqual([]);
  // Slower than nothing: whatever is asked.
  const observed = observeDatabase({ ...env }, -1);
  const statement = "/* test */ select id from users where email = ?";
  await observed.DB.prepare(statement).bind("hidden@example.com").all();
  await observed.DB.batch([observed.DB.prepare(statement).bind("hidden@example.com")]);
  await expect.poll(async () => (await read(operator)).slowQueries.length).toBe(2);
  const { slowQueries } = await read(operator);
  expect(slowQueries.map((query) => query.statement).toSorted()).toEqual([statement, "batch of 1"]);
  expect(JSON.stringify(slowQueries)).not.toContain("hidden");
  expect(await alertsOf(operator, "slow_queries")).toMatchObject([{ value: 2, limit: 0 }]);
});
