import { expect, test } from "vitest";
import { z } from "zod";
import { parseKeyRing } from "#lib/key-ring.ts";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getReceipt,
  getValue,
  listAudit,
  readTable,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { signCut } from "./checkpoint.ts";
import type { AuditHead } from "./verify-audit.ts";

/** The product's ring as it was before its newer secret came. */
const ringBefore = parseKeyRing(`1:${"fedcba9876543210".repeat(4)}`);

const verify = async ({ object }: TestOrganization, expectedHead?: AuditHead) =>
  getValue(await object.verifyAudit({ expectedHead }));

const prune = async ({ object }: TestOrganization, before: number) =>
  getValue(await object.pruneAudit({ before }));

const listSeqs = async (organization: TestOrganization) =>
  (await listAudit(organization)).map(({ seq }) => seq);

/** Four rows of before, and two that come an hour after `border`. */
async function createHistory() {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_properties");
  await callRest(organization.apiKey, "get_bookings");
  const [last] = await listAudit(organization);
  await advanceClock("1h");
  await callRest(organization.apiKey, "get_properties");
  await callRest(organization.apiKey, "get_bookings");
  return { organization, border: (last?.at ?? 0) + 60_000 };
}

/** The same with the old rows gone: 5 and 6 are left, and 7 says so. */
async function createPruned() {
  const { organization, border } = await createHistory();
  await prune(organization, border);
  return organization;
}

test("rows older than the border go, the others stay, and the chain goes on from a checkpoint", async () => {
  const { organization, border } = await createHistory();
  expect(await prune(organization, border)).toEqual({ pruned: 4, hasMore: false, brokenAt: null });
  expect(await listSeqs(organization)).toEqual([7, 6, 5]);
  expect((await listAudit(organization))[0]).toMatchObject({
    actor: "system",
    action: "audit/prune",
    target: "4",
    details: '{"count":4}',
  });
  await restart(organization);
  await callRest(organization.apiKey, "get_properties");
  expect(await verify(organization)).toMatchObject({
    brokenAt: null,
    missingTail: null,
    checkpoint: { seq: 4, count: 4 },
  });
});

test("pruning again deletes nothing and writes nothing", async () => {
  const { organization, border } = await createHistory();
  await prune(organization, border);
  expect(await prune(organization, border)).toEqual({ pruned: 0, hasMore: false, brokenAt: null });
  expect(await listSeqs(organization)).toEqual([7, 6, 5]);
});

test("a log of which every row is old keeps the row that says so", async () => {
  const { organization, border } = await createHistory();
  expect(await prune(organization, border * 2)).toMatchObject({ pruned: 6 });
  expect(await listSeqs(organization)).toEqual([7]);
  expect(await verify(organization)).toMatchObject({ brokenAt: null, checkpoint: { seq: 6 } });
});

test("what is counted and billed stays when its rows go", async () => {
  const { organization, border } = await createHistory();
  const before = await readTable(organization, "usage");
  await prune(organization, border);
  expect(await readTable(organization, "usage")).toEqual(before);
});

const findings: [string, string, number][] = [
  ["a changed row", "update audit_log set actor = 'user:mallory' where seq = 6", 6],
  ["a row deleted in the middle", "delete from audit_log where seq = 6", 7],
  ["a row deleted right behind the checkpoint", "delete from audit_log where seq = 5", 6],
  ["a checkpoint that was deleted", "delete from audit_checkpoints", 5],
  ["a checkpoint that was moved on", "update audit_checkpoints set seq = 5", 5],
  ["a checkpoint with another hash", "update audit_checkpoints set hash = 'other'", 4],
  ["a checkpoint of another time", "update audit_checkpoints set at = at + 1", 4],
  ["a checkpoint with another count", "update audit_checkpoints set count = 1", 4],
  ["a checkpoint of another secret", "update audit_checkpoints set ring_id = 1", 4],
  ["a checkpoint without a signature", "update audit_checkpoints set signature = ''", 4],
  [
    "a checkpoint that was made up",
    "insert into audit_checkpoints select seq, hash, at, 2, 2, 'made up' from audit_log where seq = 6",
    6,
  ],
];

test.each(findings)(
  "after pruning, %s is found, and no more is pruned over it",
  async (_, statement, seq) => {
    const organization = await createPruned();
    await alterDatabase(organization, statement);
    expect(await verify(organization)).toMatchObject({ brokenAt: seq });
    const rows = await readTable(organization, "audit_log");
    expect(await prune(organization, Number.MAX_SAFE_INTEGER)).toEqual({
      pruned: 0,
      hasMore: false,
      brokenAt: seq,
    });
    expect(await readTable(organization, "audit_log")).toEqual(rows);
  },
);

test("after pruning, a tail that was cut off shows against the published head", async () => {
  const organization = await createPruned();
  const [newest] = await listAudit(organization);
  const head = { seq: 7, hash: newest?.hash ?? "", at: newest?.at ?? 0 };
  expect(await verify(organization, head)).toMatchObject({ brokenAt: null, missingTail: null });
  await alterDatabase(organization, "delete from audit_log where seq >= 6");
  expect(await verify(organization, head)).toMatchObject({ missingTail: { from: 6, to: 7 } });
  await alterDatabase(organization, "delete from audit_log");
  expect(await verify(organization, head)).toMatchObject({ missingTail: { from: 5, to: 7 } });
});

test("a head that was published before its row was pruned is no reason for alarm", async () => {
  const organization = await createPruned();
  expect(await verify(organization, { seq: 2, hash: "of then", at: 0 })).toMatchObject({
    brokenAt: null,
    missingTail: null,
  });
});

test("a head that is the pruned row itself is compared with the checkpoint", async () => {
  const organization = await createPruned();
  const { checkpoint } = await verify(organization);
  const head = { seq: 4, hash: checkpoint?.hash ?? "", at: 0 };
  expect(await verify(organization, head)).toMatchObject({ brokenAt: null });
  expect(await verify(organization, { ...head, hash: "other" })).toMatchObject({ brokenAt: 4 });
});

test("another organization's checkpoint is not genuine here", async () => {
  const [one, other] = [await createPruned(), await createPruned()];
  const [theirs] = z
    .array(z.object({ hash: z.string(), at: z.number(), signature: z.string() }))
    .parse(await readTable(other, "audit_checkpoints"));
  await alterDatabase(
    one,
    "update audit_checkpoints set hash = ?, at = ?, signature = ?",
    ...[theirs?.hash ?? "", theirs?.at ?? 0, theirs?.signature ?? ""],
  );
  expect(await verify(one)).toMatchObject({ brokenAt: 4 });
});

test("a checkpoint of an older secret is signed again by the next pruning, so that the secret can go", async () => {
  const organization = await createPruned();
  const { checkpoint } = await verify(organization);
  if (checkpoint === null) throw new Error("There is no checkpoint.");
  const { ringId, signature } = signCut(organization.id, ringBefore, checkpoint);
  await alterDatabase(
    organization,
    "update audit_checkpoints set ring_id = ?, signature = ?",
    ringId,
    signature,
  );
  expect(await verify(organization)).toMatchObject({ brokenAt: null });
  expect(await prune(organization, 0)).toMatchObject({ pruned: 0 });
  expect(await readTable(organization, "audit_checkpoints")).toMatchObject([{ seq: 4, ring_id: 2 }]);
  expect(await verify(organization)).toEqual({ brokenAt: null, missingTail: null, checkpoint });
});

test("a large log is pruned in several calls", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  for (let call = 0; call < 11; call += 1) {
    await Promise.all(
      Array.from({ length: 100 }, () => object.deleteKey({ actor: "system" }, "key_0000000000000000")),
    );
  }
  const far = Number.MAX_SAFE_INTEGER;
  expect(await prune(organization, far)).toEqual({ pruned: 1_000, hasMore: true, brokenAt: null });
  expect(await prune(organization, far)).toEqual({ pruned: 103, hasMore: false, brokenAt: null });
  expect(await verify(organization)).toMatchObject({
    brokenAt: null,
    checkpoint: { seq: 1_103, count: 103 },
  });
  expect(await readTable(organization, "audit_checkpoints")).toHaveLength(2);
});

test("what is pruned in one organization stays in the other", async () => {
  const [{ organization: one }, { organization: other }] = [await createHistory(), await createHistory()];
  await prune(one, Number.MAX_SAFE_INTEGER);
  expect(await listSeqs(other)).toEqual([6, 5, 4, 3, 2, 1]);
});

test("a border that is no time is refused", async () => {
  const { object } = await createOrganization();
  expect(getReceipt(await object.pruneAudit({ before: -1 })).code).toBe("invalid_request");
});
