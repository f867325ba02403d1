import { expect, test } from "vitest";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getReceipt,
  getValue,
  listAudit,
  type TestOrganization,
} from "#tests/organization.ts";
import { GENESIS, seal } from "./chain.ts";
import type { AuditHead } from "./verify-audit.ts";

const verify = async ({ object }: TestOrganization, expectedHead?: AuditHead) =>
  getValue(await object.verifyAudit({ expectedHead }));

/** Six rows, and the head as it would have been published. */
async function createHistory() {
  const organization = await createOrganization();
  for (const name of ["get_properties", "get_bookings", "get_conversations", "get_connection_status"]) {
    await callRest(organization.apiKey, name);
  }
  const [newest] = await listAudit(organization);
  const head = { seq: 6, hash: newest?.hash ?? "", at: newest?.at ?? 0 };
  return { organization, head };
}

test("a log that holds the published head is whole, also when it has grown since", async () => {
  const { organization, head } = await createHistory();
  const whole = { brokenAt: null, missingTail: null, checkpoint: null };
  expect(await verify(organization, head)).toEqual(whole);
  await callRest(organization.apiKey, "get_properties");
  expect(await verify(organization, head)).toEqual(whole);
});

test("a tail that was cut off shows against the published head, and only against it", async () => {
  const { organization, head } = await createHistory();
  await alterDatabase(organization, "delete from audit_log where seq > 4");
  expect(await verify(organization)).toMatchObject({ brokenAt: null, missingTail: null });
  expect(await verify(organization, head)).toMatchObject({ brokenAt: null, missingTail: { from: 5, to: 6 } });
});

test("a tail that was cut off and has grown again shows against the published head", async () => {
  const { organization, head } = await createHistory();
  await alterDatabase(organization, "delete from audit_log where seq > 4");
  for (let call = 0; call < 3; call += 1) await callRest(organization.apiKey, "get_properties");
  expect(await verify(organization)).toMatchObject({ brokenAt: null });
  expect(await verify(organization, head)).toMatchObject({ brokenAt: 6, missingTail: null });
});

test("a log that was emptied shows against the published head", async () => {
  const { organization, head } = await createHistory();
  await alterDatabase(organization, "delete from audit_log");
  expect(await verify(organization, head)).toMatchObject({ missingTail: { from: 1, to: 6 } });
});

test("a chain that was computed anew from a changed row on shows against the published head", async () => {
  const { organization, head } = await createHistory();
  const { object } = organization;
  const rows = (await listAudit(organization)).reverse();
  let before = GENESIS;
  for (const { details, billable, ...row } of rows) {
    const stored = { ...row, details: null, billable: billable ? 1 : 0 } as const;
    const sealed = seal({ ...stored, actor: row.seq >= 3 ? "user:mallory" : row.actor }, before);
    await alterDatabase(
      organization,
      "update audit_log set actor = ?, details = null, hash = ? where seq = ?",
      ...[sealed.actor, sealed.hash, row.seq],
    );
    before = sealed;
  }
  expect(getValue(await object.verifyAudit())).toMatchObject({ brokenAt: null });
  expect(await verify(organization, head)).toMatchObject({ brokenAt: 6 });
});

const copyOf = (seq: number, from: number) =>
  `insert into audit_log select ${seq}, at, actor, surface, action, target, connection, result, billable, duration_ms,
    ip, user_agent, details, hash, message from audit_log where seq = ${from}`;

const insertions: [string, string[], number][] = [
  ["before the first one", [copyOf(0, 4)], 0],
  ["after the last one", [copyOf(7, 6)], 7],
  [
    "in the middle",
    [
      "update audit_log set seq = -seq - 1 where seq >= 4",
      "update audit_log set seq = -seq where seq < 0",
      copyOf(4, 3),
    ],
    4,
  ],
];

test.each(insertions)("a row that was inserted %s is found", async (_, statements, brokenAt) => {
  const { organization, head } = await createHistory();
  for (const statement of statements) await alterDatabase(organization, statement);
  expect(await verify(organization, head)).toMatchObject({ brokenAt, missingTail: null });
});

test("a head that is none is refused", async () => {
  const { object } = await createOrganization();
  const head = { seq: 0, hash: "", at: 0 };
  expect(getReceipt(await object.verifyAudit({ expectedHead: head })).code).toBe("invalid_request");
});
