import { expect, test, vi } from "vitest";
import { createAgency } from "#tests/connections.ts";
import { approveFor, letIn } from "#tests/grants.ts";
import { close, createOwned } from "#tests/lifecycle.ts";
import { askMcp, refresh, registerClient } from "#tests/oauth.ts";
import {
  addMembers,
  createOrganization,
  dumpDatabase,
  getReceipt,
  getValue,
  listAudit,
  readTable,
  restart,
  setEntitlement,
} from "#tests/organization.ts";

const by = { actor: "user:ben" } as const;

async function createWith(...members: string[]) {
  const organization = await createOrganization();
  await addMembers(organization, "member", ...members);
  return organization;
}

const call = (token: string, name = "get_properties", args: object = {}) =>
  askMcp(token, "tools/call", { name, arguments: args });

/** The code of a refusal over HTTP; `ok` for an answer. */
const codeOf = ({ status, text }: { status: number; text: string }): string =>
  status === 200 ? "ok" : JSON.parse(text).error.code;

test("a revoked grant is refused on the very next request, its refresh token too, and others go on", async () => {
  const organization = await createWith("anna");
  const first = await letIn(organization, "anna");
  const second = await letIn(organization, "anna");
  expect(codeOf(await call(first.token))).toBe("ok");
  getValue(await organization.object.revokeGrant(by, first.id));
  expect(codeOf(await call(first.token))).toBe("invalid_access_token");
  expect((await refresh(first.clientId, first.refreshToken)).body).toMatchObject({ error: "invalid_grant" });
  expect(codeOf(await call(second.token))).toBe("ok");
  await restart(organization);
  expect([codeOf(await call(first.token)), codeOf(await call(second.token))]).toEqual([
    "invalid_access_token",
    "ok",
  ]);
  expect(getReceipt(await organization.object.revokeGrant(by, first.id)).code).toBe("not_found");
});

test("what was issued before an eviction works after it, and nothing of it is stored in clear", async () => {
  const organization = await createWith("anna");
  const grant = await letIn(organization, "anna");
  await restart(organization);
  expect(codeOf(await call(grant.token))).toBe("ok");
  const stored = await dumpDatabase(organization);
  for (const token of [grant.token, grant.refreshToken]) expect(stored).not.toContain(token.split(":")[2]);
});

test("whoever leaves takes along what they let in", async () => {
  const organization = await createWith("anna", "ben");
  const annas = await letIn(organization, "anna");
  const bens = await letIn(organization, "ben");
  const revoked = getValue(await organization.object.revokeKeysOfMember(by, { memberId: "anna" }));
  expect(revoked).toEqual([annas.id]);
  expect([codeOf(await call(annas.token)), codeOf(await call(bens.token))]).toEqual([
    "invalid_access_token",
    "ok",
  ]);
});

test("a grant does what the present role of its member includes, and never more than was allowed", async () => {
  const organization = await createOrganization();
  await addMembers(organization, "viewer", "vera");
  const { approved } = await approveFor(organization, "vera", await registerClient(), {
    scopes: ["read", "write"],
  });
  expect(getReceipt(approved).code).toBe("role_not_sufficient");

  const readOnly = await letIn(organization, "vera");
  expect(codeOf(await call(readOnly.token))).toBe("ok");
  const answer = await call(readOnly.token, "create_task", { title: "Towels" });
  // Nobody could grant it, so there is nothing to ask for: the tool says so.
  expect([answer.status, JSON.stringify(answer.result)]).toEqual([
    200,
    expect.stringContaining("insufficient_scope"),
  ]);
});

test("a tool beyond what was allowed is answered with all the scopes to ask for", async () => {
  const organization = await createWith("anna");
  const { token } = await letIn(organization, "anna", { toolsets: ["core"] });
  const answer = await call(token, "create_task", { title: "Towels" });
  expect([answer.status, codeOf(answer)]).toEqual([403, "insufficient_scope"]);
  expect(answer.headers.get("www-authenticate")).toBe(
    'Bearer realm="latchkey", error="insufficient_scope", ' +
      'resource_metadata="https://latchkey.test/.well-known/oauth-protected-resource/mcp", ' +
      'scope="read write toolset:core toolset:operations"',
  );
  const listed = await askMcp(token, "tools/list", {}, "/mcp?toolsets=finance");
  expect(listed.headers.get("www-authenticate")).toContain('scope="read toolset:core toolset:finance"');
  const narrowed = await askMcp(token, "tools/call", { name: "create_task" }, "/mcp?readonly=1");
  expect(narrowed.status).toBe(200);
  expect((await listAudit(organization)).map(({ result }) => result)).toContain("insufficient_scope");
});

test("a grant for some connections reaches these and no others", async () => {
  const { empty, miami, organization } = await createAgency();
  await addMembers(organization, "member", "anna");
  const { token } = await letIn(organization, "anna", { connections: [miami.id] });
  const { result } = await call(token, "get_properties", { account: "Miami" });
  expect(JSON.stringify(result)).toContain("Miami");
  const other = await call(token, "get_properties", { account: "Empty" });
  expect(JSON.stringify(other.result)).toContain("insufficient_scope");
  const unknown = { ...empty, id: "con_0000000000000000" as const };
  await expect(letIn(organization, "anna", { connections: [unknown.id] })).rejects.toThrow("not_found");
});

test("calls are recorded with the assistant and its member, and counted for both", async () => {
  const organization = await createWith("anna");
  const grant = await letIn(organization, "anna", { clientName: "Claude" });
  await call(grant.token);
  const [row] = await listAudit(organization, { limit: 1 });
  expect(row).toMatchObject({
    actor: grant.id,
    action: "tools/call",
    grant: { name: "Claude", memberId: "anna" },
    billable: true,
  });
  const { keys, members } = getValue(await organization.object.getUsageReport({}));
  expect(keys).toMatchObject([{ group: grant.id, name: "Claude", masked: null, calls: 1 }]);
  expect(members).toMatchObject([{ group: "anna", calls: 1 }]);
  expect(getValue(await organization.object.listGrants())).toMatchObject([
    { id: grant.id, calls: 1, lastUsedAt: expect.any(Number), redirectHost: "assistant.example.org" },
  ]);
  const approved = (await listAudit(organization)).find(({ action }) => action === "grants/approve");
  expect(approved).toMatchObject({ actor: "user:anna", target: "Claude", result: "ok" });
});

test("a closed organization refuses its assistants at once, and an erased one knows none", async () => {
  const { by: owner, organization } = await createOwned();
  const grant = await letIn(organization, owner.actor.slice("user:".length));
  await close(organization, owner);
  const closed = await call(grant.token);
  expect([closed.status, codeOf(closed)]).toEqual([403, "organization_closed"]);
  await organization.object.erase();
  expect(codeOf(await call(grant.token))).toMatch(/^invalid_/);
  expect((await refresh(grant.clientId, grant.refreshToken)).body).toMatchObject({ error: "invalid_grant" });
});

test("assistants wait for their turn one by one, and share the organization's quota", async () => {
  const organization = await createWith("anna");
  const [first, second] = [await letIn(organization, "anna"), await letIn(organization, "anna")];
  await setEntitlement(organization, { burst: 2 });
  const calls = await Promise.all([1, 2, 3].map(() => call(first.token, "get_connection_status")));
  expect(calls.filter(({ text }) => text.includes("rate_limited"))).toHaveLength(1);
  expect((await call(second.token, "get_connection_status")).text).not.toContain("rate_limited");
});

test("of one client and member the ten newest are kept", async () => {
  const organization = await createWith("anna");
  const first = await letIn(organization, "anna");
  for (let count = 0; count < 10; count += 1) await letIn(organization, "anna", {}, first.clientId);
  expect(getValue(await organization.object.listGrants())).toHaveLength(10);
  expect(codeOf(await call(first.token))).toBe("invalid_access_token");
});

test("codes that nobody exchanges shut out no assistant of the same client, and ten of them wait", async () => {
  const organization = await createWith("anna");
  const { clientId, id, token } = await letIn(organization, "anna");
  for (let count = 0; count < 12; count += 1)
    getValue((await approveFor(organization, "anna", clientId)).approved);
  expect(codeOf(await call(token))).toBe("ok");
  expect(getValue(await organization.object.listGrants())).toMatchObject([{ id }]);
  const waiting = (await readTable(organization, "grants")).filter(({ record }) => record !== null);
  expect(waiting).toHaveLength(11);
});

test("a code that nobody exchanges shows nowhere, and is forgotten with the next one", async () => {
  const organization = await createWith("anna");
  const clientId = await registerClient();
  getValue((await approveFor(organization, "anna", clientId)).approved);
  expect(getValue(await organization.object.listGrants())).toEqual([]);
  expect(await readTable(organization, "grants")).toHaveLength(1);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
  await letIn(organization, "anna");
  vi.useRealTimers();
  expect(await readTable(organization, "grants")).toHaveLength(1);
});
