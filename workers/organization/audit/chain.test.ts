import { expect, test } from "vitest";
import {
  alterDatabase,
  callRest,
  createOrganization,
  dumpDatabase,
  getValue,
  type TestOrganization,
} from "#tests/organization.ts";

const verify = async ({ object }: TestOrganization) => getValue(await object.verifyAudit());

/** Six rows: the connection, the key and four calls. */
async function createHistory(): Promise<TestOrganization> {
  const organization = await createOrganization();
  for (const name of ["get_properties", "get_bookings", "get_conversations", "get_connection_status"]) {
    await callRest(organization.apiKey, name);
  }
  return organization;
}

test("a chain that nobody touched holds", async () => {
  expect(await verify(await createHistory())).toEqual({ brokenAt: null });
});

const columns = {
  at: "at + 1",
  actor: "'user:mallory'",
  surface: "'internal'",
  action: "'tools/list'",
  target: "'other'",
  connection: "null",
  result: "'internal'",
  billable: "1 - billable",
  duration_ms: "duration_ms + 1",
  ip: "'192.0.2.1'",
  user_agent: "'other'",
  details: "null",
  hash: "'other'",
};

test.each(Object.entries(columns))("a row whose %s was changed is found", async (column, value) => {
  const organization = await createHistory();
  await alterDatabase(organization, `update audit_log set ${column} = ${value} where seq = 4`);
  expect(await verify(organization)).toEqual({ brokenAt: 4 });
});

test("a row that was deleted is found", async () => {
  const organization = await createHistory();
  await alterDatabase(organization, "delete from audit_log where seq = 3");
  expect(await verify(organization)).toEqual({ brokenAt: 4 });
});

test("rows that changed places are found", async () => {
  const organization = await createHistory();
  for (const [from, to] of [
    [3, 0],
    [4, 3],
    [0, 4],
  ]) {
    await alterDatabase(organization, `update audit_log set seq = ${to} where seq = ${from}`);
  }
  expect(await verify(organization)).toEqual({ brokenAt: 3 });
});

test("the beginning that was cut off is found", async () => {
  const organization = await createHistory();
  await alterDatabase(organization, "delete from audit_log where seq <= 2");
  expect(await verify(organization)).toEqual({ brokenAt: 3 });
});

test("what a caller sent is encrypted at rest, and redacted when it is opened", async () => {
  const organization = await createOrganization();
  const { apiKey, object } = organization;
  const card = "4111 1111 1111 1111";
  await callRest(apiKey, "get_properties", { city: "Unmistakable", name: `${card} ${apiKey}` });
  const stored = await dumpDatabase(organization);
  for (const plain of ["Unmistakable", card, apiKey]) expect(stored).not.toContain(plain);
  const [row] = getValue(await object.listAudit({ limit: 1 }));
  expect(row?.details).toBe('{"city":"Unmistakable","name":"[card number redacted] [key redacted]"}');
});

test("a key that was sent as the name of a tool is not kept either", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, organization.apiKey);
  expect(await dumpDatabase(organization)).not.toContain(organization.apiKey.slice(0, 40));
});

test("details that were moved to another row do not open", async () => {
  const organization = await createHistory();
  await callRest(organization.apiKey, "get_properties", { city: "Austin" });
  await alterDatabase(
    organization,
    "update audit_log set details = (select details from audit_log where seq = 7) where seq = 6",
  );
  expect((await organization.object.listAudit({})).ok).toBe(false);
});

test("the log is read page by page, newest first", async () => {
  const { object } = await createHistory();
  const first = getValue(await object.listAudit({ limit: 4 }));
  const second = getValue(await object.listAudit({ limit: 4, before: first.at(-1)?.seq }));
  expect([...first, ...second].map(({ seq }) => seq)).toEqual([6, 5, 4, 3, 2, 1]);
});
