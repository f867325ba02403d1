import { hash } from "node:crypto";
import { expect, test } from "vitest";
import {
  alterDatabase,
  callRest,
  createOrganization,
  dumpDatabase,
  getValue,
  type TestOrganization,
} from "#tests/organization.ts";
import { GENESIS, seal } from "./chain.ts";

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
  expect(await verify(await createHistory())).toMatchObject({ brokenAt: null });
});

const columns = {
  at: "at + 1",
  actor: "'user:mallory'",
  surface: "'internal'",
  action: "'tools/list'",
  target: "'other'",
  connection: "null",
  result: "'internal'",
  message: "'other'",
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
  expect(await verify(organization)).toMatchObject({ brokenAt: 4 });
});

test("a row that was deleted is found", async () => {
  const organization = await createHistory();
  await alterDatabase(organization, "delete from audit_log where seq = 3");
  expect(await verify(organization)).toMatchObject({ brokenAt: 4 });
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
  expect(await verify(organization)).toMatchObject({ brokenAt: 3 });
});

test("the beginning that was cut off is found", async () => {
  const organization = await createHistory();
  await alterDatabase(organization, "delete from audit_log where seq <= 2");
  expect(await verify(organization)).toMatchObject({ brokenAt: 3 });
});

test("what a caller sent is encrypted at rest, and redacted when it is opened", async () => {
  const organization = await createOrganization();
  const { apiKey, object } = organization;
  const card = "4111 1111 1111 1111";
  await callRest(apiKey, "get_properties", { city: "Unmistakable", name: `${card} ${apiKey}` });
  const stored = await dumpDatabase(organization);
  for (const plain of ["Unmistakable", card, apiKey]) expect(stored).not.toContain(plain);
  const [row] = getValue(await object.listAudit({ limit: 1 })).rows;
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

test("a row from before there were messages keeps the hash that it had", () => {
  const row = {
    seq: 1,
    at: 2,
    actor: "system",
    surface: "mcp",
    action: "tools/call",
    target: "t",
    connection: null,
  };
  const rest = { result: "ok", billable: 1, durationMs: 3, ip: null, userAgent: "u", details: "d" } as const;
  const columns = JSON.stringify(["", ...Object.values(row), ...Object.values(rest)]);
  const before = hash("sha256", columns, "base64");
  expect(seal({ ...row, ...rest, message: null }, GENESIS).hash).toBe(before);
  expect(seal({ ...row, ...rest, message: "m" }, GENESIS).hash).not.toBe(before);
});
