import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { toEntitlement } from "#billing/to-entitlement.ts";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { connectAs, createBilledOwner } from "#tests/billed-owner.ts";
import { createMember, createPerson, type Person } from "#tests/person.ts";
import { advanceClock, createAccount, rotateSecret, stopClock } from "#tests/sandbox.ts";

interface Diagnosis {
  ok: boolean;
  verdict: { title: string; message: string; whoCanFix: string | null; code: string | null };
  steps: { name: string; status: number; ok: boolean; problem: string | null; response: string }[];
}

async function examine({ browser }: Person, id: OrgId, key: string): Promise<Diagnosis> {
  const { status, body } = await browser.post(`/api/v1/organizations/${id}/doctor`, { key });
  expect(status).toBe(200);
  expect(JSON.stringify(body)).not.toContain(key);
  return body as Diagnosis;
}

async function makeKey({ browser }: Person, id: OrgId, terms: object = {}) {
  const { body } = await browser.post(`/api/v1/organizations/${id}/keys`, { name: "Office", ...terms });
  return body as { id: string; secret: string; masked: string };
}

const entitle = (id: OrgId, change: object) =>
  getOrganization(env, id).setEntitlement({
    ...toEntitlement("starter", { status: "active", version: 1_000 }),
    ...change,
  });

const countCalls = async ({ browser }: Person, id: OrgId) => {
  const { body } = await browser.get(`/api/v1/organizations/${id}/usage`);
  return (body as { totals: { calls: number } }).totals.calls;
};

test("a key that works is shown to work, step by step, without the key and without what the tool told", async () => {
  const { owner, id, account } = await createBilledOwner();
  const { secret, masked } = await makeKey(owner, id);
  const { ok, verdict, steps } = await examine(owner, id, secret);
  expect([ok, verdict.code, verdict.whoCanFix, verdict.title]).toEqual([true, null, null, "It works"]);
  expect(verdict.message).toMatch(/\d+ tools are listed, and get_connection_status works/);
  const names = ["server/discover", "initialize", "tools/list", "tools/call"];
  expect(steps.map(({ name }) => name)).toEqual(names);
  for (const step of steps) expect(step).toMatchObject({ status: 200, ok: true, problem: null });
  expect(steps[0]).toMatchObject({
    request: {
      method: "POST",
      url: expect.stringMatching(/\/mcp$/),
      headers: { "X-API-Key": masked, "MCP-Protocol-Version": "2026-07-28" },
      body: expect.stringContaining('"method":"server/discover"'),
    },
    response: expect.stringContaining("2026-07-28"),
    durationMs: expect.any(Number),
  });
  expect(steps[2]?.response.length).toBeLessThanOrEqual(4_097);
  expect(JSON.parse(steps[3]?.response ?? "")).toEqual({
    result: { bytes: expect.any(Number), items: { connections: 1 } },
  });
  expect(steps[3]?.response).not.toContain(String(account.accountId));
});

test("the call that the doctor makes counts as one, and is in the log as the key's", async () => {
  const { owner, id } = await createBilledOwner();
  const key = await makeKey(owner, id);
  await examine(owner, id, key.secret);
  expect(await countCalls(owner, id)).toBe(1);
  const { body } = await owner.browser.get(`/api/v1/organizations/${id}/activity?action=tools/call`);
  expect(body).toMatchObject({
    rows: [{ actor: key.id, target: "get_connection_status", result: "ok", userAgent: "test browser" }],
  });
});

test("what is no key, or not alone, is refused before anything is asked", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const { secret } = await makeKey(owner, id);
  for (const wrong of ["hello world", secret.slice(0, -3), `"${secret}"`]) {
    const found = await examine(owner, id, wrong);
    expect(found).toMatchObject({ ok: false, verdict: { code: "invalid_key", whoCanFix: "you" }, steps: [] });
    expect(JSON.stringify(found)).not.toContain(secret);
  }
});

test("a key of another organization is not tried", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const other = await createPerson();
  const otherId = await other.createOrganization();
  const { secret } = await makeKey(other, otherId);
  const { ok, verdict, steps } = await examine(owner, id, secret);
  expect([ok, verdict.title, steps]).toEqual([false, "A key of another organization", []]);
  expect(await countCalls(other, otherId)).toBe(0);
});

test("a revoked, an expired and an address-bound key are named as such at the first step", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const [revoked, expired, bound] = [
    await makeKey(owner, id),
    await makeKey(owner, id, { expiresAt: Date.parse("2027-03-10T13:00:00Z") }),
    await makeKey(owner, id, { ipAllowList: ["192.0.2.0/24"] }),
  ];
  await owner.browser.send("DELETE", `/api/v1/organizations/${id}/keys/${revoked.id}`);
  await advanceClock("2h");
  const expectCode = async (key: { secret: string }, code: string, status: number) =>
    expect(await examine(owner, id, key.secret)).toMatchObject({
      ok: false,
      verdict: { code, whoCanFix: "owner" },
      steps: [{ name: "server/discover", status, ok: false, problem: expect.any(String) }],
    });
  await expectCode(revoked, "revoked_key", 401);
  await expectCode(expired, "expired_key", 401);
  await expectCode(bound, "ip_not_allowed", 403);
});

test.each([
  [{ status: "past_due" }, "payment_required"],
  [{ status: "suspended" }, "payment_required"],
  [{ toolCalls: 0 }, "quota_exceeded"],
])("where the organization has %j the call says so, and what comes before it works", async (change, code) => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const { secret } = await makeKey(owner, id);
  await entitle(id, change);
  const { ok, verdict, steps } = await examine(owner, id, secret);
  expect([ok, verdict.code, verdict.whoCanFix]).toEqual([false, code, "owner"]);
  expect(steps.map((step) => step.ok)).toEqual([true, true, true, false]);
});

test("a key without an account, and one whose account rejects us, are told from a broken key", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const { secret } = await makeKey(owner, id);
  expect((await examine(owner, id, secret)).verdict.code).toBe("not_connected");
  const account = await createAccount();
  await connectAs(owner, id, account);
  expect((await examine(owner, id, secret)).ok).toBe(true);
  await rotateSecret(account);
  expect(await examine(owner, id, secret)).toMatchObject({
    ok: false,
    verdict: { code: "connection_invalid", whoCanFix: "owner" },
    steps: [{}, {}, {}, { ok: false }],
  });
});

test("a key that no tool is open to is told so at the list", async () => {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const viewer = await createMember(owner, id, "viewer");
  const { secret } = await makeKey(owner, id, { scopes: ["write"], memberId: viewer.userId });
  const { ok, verdict, steps } = await examine(owner, id, secret);
  expect([ok, verdict.code, steps.at(-1)?.name]).toEqual([false, "insufficient_scope", "tools/list"]);
});

test("the eleventh examination in a minute is told to wait", async () => {
  const owner = await createPerson();
  const address = `/api/v1/organizations/${await owner.createOrganization()}/doctor`;
  await stopClock();
  const answers = [];
  for (let count = 0; count < 11; count += 1) answers.push(await owner.browser.post(address, { key: "x" }));
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
});
