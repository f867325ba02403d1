import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import { toEntitlement } from "#billing/to-entitlement.ts";
import { createOrganization as createInDirectory } from "#directory/create-organization.ts";
import { forOrganization } from "#directory/directory.ts";
import { createOAuthRecords } from "#directory/oauth-records.ts";
import { toSlug } from "#directory/slug.ts";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { createClock } from "#lib/clock.ts";
import { getNow } from "#lib/get-now.ts";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getReceipt,
  getValue,
  readTable,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock, stopClock } from "#tests/sandbox.ts";
import { Entrance } from "../entrance.ts";
import { getOrganization } from "../get-organization.ts";
import { tasks } from "./tasks.ts";
import { toDailyTime } from "./to-daily-time.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Stub = Pick<TestOrganization, "object">;

const getAlarm = ({ object }: Stub) => runInDurableObject(object, (_, { storage }) => storage.getAlarm());

const runAlarm = ({ object }: Stub) => runDurableObjectAlarm(object);

const Task = z.object({ task: z.string(), due_at: z.number(), failures: z.number() });

async function getTask({ object }: Stub) {
  const rows = await runInDurableObject(object, (_, { storage }) =>
    storage.sql.exec("select * from schedule where task = 'prune_audit'").toArray(),
  );
  const [{ due_at: dueAt, ...row }] = z.tuple([Task]).parse(rows);
  return { ...row, dueAt };
}

/** Lets the one task do something else until the test is over. */
function replaceTask(task: (typeof tasks)["prune_audit"]): void {
  const { prune_audit: original } = tasks;
  tasks.prune_audit = task;
  onTestFinished(() => {
    tasks.prune_audit = original;
  });
}

test("provisioning sets an alarm for when the first task is due by the product's clock", async () => {
  const id = newId("org");
  const object = getOrganization(env, id);
  await stopClock();
  const now = await getNow(env);
  const { keyRing } = getConfig(env);
  await createInDirectory({ db: env.DB, keyRing, now }, { id, name: "Fresh", slug: toSlug("Fresh") });
  const earliest = Date.now();
  getValue(await object.provision(id, toEntitlement("starter", { status: "trialing", version: 1 })));
  const latest = Date.now();
  const { dueAt } = await getTask({ object });
  const wait = Math.max(dueAt - now, 1_000);
  expect(dueAt).toBe(toDailyTime(id, now));
  const alarm = (await getAlarm({ object })) ?? 0;
  expect(alarm).toBeGreaterThanOrEqual(earliest + wait);
  expect(alarm).toBeLessThanOrEqual(latest + wait);
});

test("an object that was never provisioned stays empty and sets no alarm", async () => {
  const object = getOrganization(env, newId("org"));
  expect(getReceipt(await object.listKeys()).code).toBe("invalid_key");
  const [tables, alarm] = await runInDurableObject(object, async (_, { storage }) => [
    storage.sql.exec("select name from sqlite_master where name not like '\\_cf%' escape '\\'").toArray(),
    await storage.getAlarm(),
  ]);
  expect([tables, alarm]).toEqual([[], null]);
});

test("an organization from before there was a schedule gets one when it is opened", async () => {
  const organization = await createOrganization();
  await runInDurableObject(organization.object, (_, { storage }) => storage.deleteAlarm());
  await alterDatabase(organization, "delete from schedule");
  await callRest(organization.apiKey, "get_connection_status");
  expect(await getTask(organization)).toMatchObject({ task: "prune_audit", failures: 0 });
  expect(await getAlarm(organization)).not.toBeNull();
});

test("an alarm that was lost is set again when the object wakes", async () => {
  const organization = await createOrganization();
  await runInDurableObject(organization.object, (_, { storage }) => storage.deleteAlarm());
  await restart(organization);
  await callRest(organization.apiKey, "get_connection_status");
  expect(await getAlarm(organization)).not.toBeNull();
});

test("an alarm that comes before anything is due runs nothing and sets the next one", async () => {
  const organization = await createOrganization();
  const run = vi.fn(() => null);
  replaceTask(run);
  await alterDatabase(organization, "update schedule set due_at = due_at + ?", 24 * HOUR_MS);
  const before = await getTask(organization);
  expect(await runAlarm(organization)).toBe(true);
  expect(run).not.toHaveBeenCalled();
  expect(await getTask(organization)).toEqual(before);
  expect(await getAlarm(organization)).not.toBeNull();
});

test("a task that is due runs beside the next call, which does not wait for it", async () => {
  const organization = await createOrganization();
  const { promise, resolve } = Promise.withResolvers<number>();
  const run = vi.fn(() => promise);
  replaceTask(run);
  await advanceClock("25h");
  for (let call = 0; call < 3; call += 1) {
    expect((await callRest(organization.apiKey, "get_connection_status")).status).toBe(200);
  }
  expect(run).toHaveBeenCalledTimes(1);
  const next = (await getTask(organization)).dueAt + 48 * HOUR_MS;
  resolve(next);
  await vi.waitUntil(async () => (await getTask(organization)).dueAt === next);
});

test("a task that fails is logged and tried again after one minute, two, four, and in the end every hour", async () => {
  const organization = await createOrganization();
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => error.mockRestore());
  replaceTask(() => Promise.reject(new Error("out of order")));
  await advanceClock("25h");
  await stopClock();
  const now = await getNow(env);
  const delays: number[] = [];
  for (let failure = 0; failure < 8; failure += 1) {
    await runAlarm(organization);
    delays.push(((await getTask(organization)).dueAt - now) / MINUTE_MS);
    await alterDatabase(organization, "update schedule set due_at = 0");
  }
  expect(delays).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(error.mock.calls.filter(([line]) => String(line).includes("schedule.failed"))).toHaveLength(8);
  replaceTask(() => now + HOUR_MS);
  await runAlarm(organization);
  expect(await getTask(organization)).toMatchObject({ failures: 0, dueAt: now + HOUR_MS });
});

test("a task that is done for good leaves the schedule", async () => {
  const organization = await createOrganization();
  replaceTask(() => null);
  await advanceClock("25h");
  await runAlarm(organization);
  const left = await readTable(organization, "schedule");
  expect(left.map(({ task }) => task)).toEqual(["prune_changes", "prune_usage"]);
});

test("a task that is planned again while it runs comes again at once, whatever it says itself", async () => {
  const organization = await createOrganization();
  const plans: number[] = [];
  replaceTask(async (_, { ports, schedule }) => {
    const now = ports.clock.now();
    plans.push(now);
    if (plans.length === 1) await schedule.plan("prune_audit", now);
    return now + 24 * HOUR_MS;
  });
  await advanceClock("25h");
  await stopClock();
  const now = await getNow(env);
  await runAlarm(organization);
  expect(await getTask(organization)).toMatchObject({ dueAt: now });
  await runAlarm(organization);
  expect(await getTask(organization)).toMatchObject({ dueAt: now + 24 * HOUR_MS });
});

test("a task that a later version no longer has is left alone", async () => {
  const organization = await createOrganization();
  await alterDatabase(organization, "insert into schedule (task, due_at) values ('of_old', 0)");
  expect(await runAlarm(organization)).toBe(true);
  expect(await readTable(organization, "schedule")).toContainEqual({
    task: "of_old",
    due_at: 0,
    failures: 0,
  });
});

test("an alarm that finds the Directory out of reach comes again in an hour", async () => {
  const { id, object } = await createOrganization();
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => error.mockRestore());
  const ports = {
    ...getConfig(env),
    clock: createClock(env.CLOCK),
    fetch: globalThis.fetch,
    oauthRecords: createOAuthRecords(env.DB),
    getUpstreamBudget: () => {
      throw new Error("Nothing goes upstream here.");
    },
    loadDataKey: () => Promise.reject(new Error("D1 is down")),
    loadPolicy: forOrganization(env.DB, id).findPolicy,
    loadEntitlement: async () => null,
  };
  const earliest = Date.now();
  await runInDurableObject(object, (_, state) => new Entrance(state, () => ports).alarm());
  expect(await getAlarm({ object })).toBeGreaterThanOrEqual(earliest + HOUR_MS);
  expect(String(error.mock.calls[0])).toContain("alarm.failed");
});
