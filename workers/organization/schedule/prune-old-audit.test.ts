import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getValue,
  readTable,
  restart,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";

/** As it is stored: reading it this way sets nothing off. */
const listSeqs = async (organization: TestOrganization) =>
  (await readTable(organization, "audit_log")).map(({ seq }) => seq);

const verify = async ({ object }: TestOrganization) => getValue(await object.verifyAudit());

test("rows older than the plan's days go by themselves behind a checkpoint, and younger ones stay", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { auditDays: 7 });
  await callRest(organization.apiKey, "get_properties");
  await advanceClock("5d");
  await callRest(organization.apiKey, "get_properties");
  expect(await listSeqs(organization)).toEqual([1, 2, 3, 4, 5]);
  await advanceClock("4d");
  expect(await runDurableObjectAlarm(organization.object)).toBe(true);
  expect(await listSeqs(organization)).toEqual([5, 6]);
  expect(await verify(organization)).toMatchObject({
    brokenAt: null,
    missingTail: null,
    checkpoint: { seq: 4, count: 4 },
  });
});

test("without an alarm, the next call sets the pruning off", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { auditDays: 7 });
  await runInDurableObject(organization.object, (_, { storage }) => storage.deleteAlarm());
  await advanceClock("9d");
  await callRest(organization.apiKey, "get_properties");
  await vi.waitUntil(async () => (await readTable(organization, "audit_checkpoints")).length > 0);
  expect(await listSeqs(organization)).not.toContain(1);
});

test("each plan's days count: what a month has seen stays while the plan keeps a quarter", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { auditDays: 90 });
  await advanceClock("40d");
  await runDurableObjectAlarm(organization.object);
  expect(await listSeqs(organization)).toEqual([1, 2, 3]);
  await setEntitlement(organization, { auditDays: 30, version: 3 });
  await advanceClock("25h");
  await runDurableObjectAlarm(organization.object);
  expect(await listSeqs(organization)).toEqual([4, 5]);
});

test("an entitlement from before plans said how long is kept as the longest of them", async () => {
  const organization = await createOrganization();
  await alterDatabase(
    organization,
    "update organization set entitlement = json_remove(entitlement, '$.auditDays', '$.clientConfigurations')",
  );
  await advanceClock("360d");
  await runDurableObjectAlarm(organization.object);
  expect(await listSeqs(organization)).toEqual([1, 2]);
  await advanceClock("10d");
  await runDurableObjectAlarm(organization.object);
  expect(await listSeqs(organization)).toEqual([3]);
});

test("a large log is pruned chunk by chunk, and what a kill left is finished by the next alarm", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  for (let round = 0; round < 11; round += 1) {
    const refused = () => object.deleteKey({ actor: "system" }, "key_0000000000000000");
    await Promise.all(Array.from({ length: 100 }, refused));
  }
  await advanceClock("40d");
  await runDurableObjectAlarm(object);
  expect(await listSeqs(organization)).toHaveLength(103);
  await restart(organization);
  expect(await runDurableObjectAlarm(organization.object)).toBe(true);
  expect(await listSeqs(organization)).toEqual([1_103, 1_104]);
  expect(await verify(organization)).toMatchObject({ brokenAt: null, checkpoint: { seq: 1_102 } });
});

test("a log that somebody changed is not pruned but reported, every day anew", async () => {
  const organization = await createOrganization();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  await alterDatabase(organization, "update audit_log set actor = 'user:mallory' where seq = 1");
  for (let day = 0; day < 2; day += 1) {
    await advanceClock("40d");
    await runDurableObjectAlarm(organization.object);
  }
  expect(await listSeqs(organization)).toEqual([1, 2]);
  const reports = warn.mock.calls.filter(([line]) => String(line).includes("audit.broken"));
  expect(reports).toHaveLength(2);
});
