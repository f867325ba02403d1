import { runDurableObjectAlarm } from "cloudflare:test";
import { expect, test } from "vitest";
import { createCatcher } from "#tests/catcher.ts";
import { database } from "#tests/database.ts";
import { readMail } from "#tests/mailbox.ts";
import {
  addMembers,
  callRest,
  createOrganization,
  getValue,
  readTable,
  restart,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";

/** An organization with an owner, a member and a webhook of its own, and a quota of ten calls. */
async function createWatched() {
  const organization = await createOrganization();
  const [owner, member] = [`usr_${crypto.randomUUID()}`, `usr_${crypto.randomUUID()}`];
  await addMembers(organization, "owner", owner);
  await addMembers(organization, "member", member);
  await setEntitlement(organization, { toolCalls: 10 });
  const catcher = createCatcher();
  getValue(await organization.object.createOutgoingWebhook({ actor: "system" }, { url: catcher.url }));
  return { organization, owner: `${owner}@example.com`, member: `${member}@example.com`, catcher };
}

async function callTimes({ apiKey }: TestOrganization, times: number) {
  for (let call = 0; call < times; call += 1) await callRest(apiKey, "get_connection_status");
}

/** Until nothing is left to tell. */
async function tellAll(organization: TestOrganization) {
  await expect
    .poll(async () => {
      await runDurableObjectAlarm(organization.object);
      const due = await readTable(organization, "outgoing_deliveries");
      const untold = (await readTable(organization, "events")).filter(({ told_at }) => told_at === null);
      return untold.length + due.filter(({ attempts }) => attempts === 0).length;
    })
    .toBe(0);
}

const listThresholds = async ({ catcher }: Awaited<ReturnType<typeof createWatched>>) =>
  (await catcher.list()).map(({ event }) => event.data.threshold).sort();

test("each threshold is told once in a period, to owners and webhooks, and to no member", async () => {
  const watched = await createWatched();
  const { organization, owner, member } = watched;
  await callTimes(organization, 7);
  expect(await readTable(organization, "events")).toEqual([]);
  await callTimes(organization, 1);
  await tellAll(organization);
  expect(await listThresholds(watched)).toEqual([80]);
  await callTimes(organization, 2);
  await tellAll(organization);
  await callTimes(organization, 2);
  await restart(organization);
  await callTimes(organization, 1);
  await tellAll(organization);
  expect(await listThresholds(watched)).toEqual([100, 80, 90]);
  expect((await readMail(owner)).map(({ subject }) => subject)).toHaveLength(3);
  expect((await readMail(owner)).at(-1)?.text).toContain("8 of the 10 tool calls");
  expect(await readMail(member)).toEqual([]);
});

test("concurrent calls past a threshold tell of it once", async () => {
  const watched = await createWatched();
  await Promise.all(Array.from({ length: 10 }, () => callTimes(watched.organization, 1)));
  await tellAll(watched.organization);
  expect(await listThresholds(watched)).toEqual([100, 80, 90]);
});

test("an object that dies between the call and the mail tells of it when it wakes, once", async () => {
  const watched = await createWatched();
  await callTimes(watched.organization, 8);
  await restart(watched.organization);
  await tellAll(watched.organization);
  await restart(watched.organization);
  await tellAll(watched.organization);
  expect(await listThresholds(watched)).toEqual([80]);
  expect(await readMail(watched.owner)).toHaveLength(1);
});

test("a lower quota, and a new threshold, are told of without another call", async () => {
  const watched = await createWatched();
  await callTimes(watched.organization, 4);
  await setEntitlement(watched.organization, { toolCalls: 5, version: 3 });
  await tellAll(watched.organization);
  expect(await listThresholds(watched)).toEqual([80]);
  await setEntitlement(watched.organization, { toolCalls: 5, version: 4, alertThresholds: [50, 95] });
  await tellAll(watched.organization);
  expect(await listThresholds(watched)).toEqual([50, 80]);
  await callTimes(watched.organization, 1);
  await tellAll(watched.organization);
  expect(await listThresholds(watched)).toEqual([50, 80, 95]);
});

test("a new period begins anew", async () => {
  const watched = await createWatched();
  await callTimes(watched.organization, 8);
  await tellAll(watched.organization);
  await advanceClock("32d");
  await callTimes(watched.organization, 8);
  await tellAll(watched.organization);
  expect(await listThresholds(watched)).toEqual([80, 80]);
});

test("who has switched the mails off gets none, and webhooks still hear", async () => {
  const watched = await createWatched();
  await database
    .prepare(
      `insert into billing_accounts (organization_id, plan, status, usage_alerts, created_at) values (?, 'starter', 'active', 0, 0)
       on conflict (organization_id) do update set usage_alerts = 0`,
    )
    .bind(watched.organization.id)
    .run();
  await callTimes(watched.organization, 8);
  await tellAll(watched.organization);
  expect(await listThresholds(watched)).toEqual([80]);
  expect(await readMail(watched.owner)).toEqual([]);
});
