import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getNow } from "#lib/get-now.ts";
import { resumeOrganization } from "#lifecycle/resume-organization.ts";
import { suspendOrganization } from "#lifecycle/suspend-organization.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { createBilledOwner } from "#tests/billed-owner.ts";
import { readMail } from "#tests/mailbox.ts";
import { callMcpTool } from "#tests/mcp.ts";
import { killAtEveryStep } from "#tests/mortal-env.ts";
import { CONSOLE, createOperator } from "#tests/operator.ts";
import { callRest, listAudit, restart, type TestOrganization } from "#tests/organization.ts";
import { createMember, createPerson, invite } from "#tests/person.ts";
import { advanceClock } from "#tests/sandbox.ts";

async function createCustomer() {
  const { owner, id, account } = await createBilledOwner();
  const base = `/api/v1/organizations/${id}`;
  const { secret } = (await owner.browser.post(`${base}/keys`, { name: "Office" })).body as {
    secret: string;
  };
  const organization: TestOrganization = {
    id,
    apiKey: secret,
    account,
    get object() {
      return getOrganization(env, id);
    },
  };
  return { owner, organization, base, secret };
}

async function createHeld() {
  const [operator, customer] = [await createOperator(), await createCustomer()];
  const act = (path: string, body?: object) =>
    operator.browser.post(`${CONSOLE}/organizations/${customer.organization.id}/${path}`, body);
  return { operator, ...customer, act };
}

const codeOf = async (secret: string) => (await callRest(secret, "get_properties")).error?.code ?? "ok";

test("a suspension closes a real key on the very next call, over REST and MCP, and resuming opens it again", async () => {
  const { operator, organization, owner, secret, act } = await createHeld();
  expect(await codeOf(secret)).toBe("ok");
  const { body, status } = await act("suspend", { reason: "Spam from this account." });
  expect([status, body]).toMatchObject([200, { reason: "Spam from this account." }]);

  const refused = await callRest(secret, "get_properties");
  expect(refused).toMatchObject({
    status: 403,
    error: { code: "organization_suspended", whoCanFix: "operator" },
  });
  const overMcp = await callMcpTool(secret, "get_properties");
  expect([overMcp.status, overMcp.text]).toEqual([403, expect.stringContaining("organization_suspended")]);
  await restart(organization);
  expect(await codeOf(secret)).toBe("organization_suspended");
  await advanceClock("11m");
  expect(await codeOf(secret)).toBe("organization_suspended");

  expect((await act("resume")).status).toBe(204);
  expect(await codeOf(secret)).toBe("ok");
  await restart(organization);
  expect(await codeOf(secret)).toBe("ok");

  const actor = `operator:${operator.userId}`;
  const actions = (await listAudit(organization)).filter((row) => row.actor === actor);
  expect(actions.map(({ action, result }) => `${action} ${result}`)).toEqual([
    "organization/resume ok",
    "organization/resume started",
    "operator/look ok",
    "organization/suspend ok",
    "organization/suspend started",
    "operator/look ok",
  ]);
  const { body: seen } = await owner.browser.get(`/api/v1/organizations/${organization.id}/activity`);
  expect(seen).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({ actor, actorName: "The operator", action: "organization/suspend" }),
    ]),
  });
  const subjects = (await readMail(owner.email)).map(({ subject, text }) => `${subject} ${text}`);
  expect(subjects.filter((text) => text.includes("Spam from this account."))).toHaveLength(1);
  expect(subjects.filter((text) => text.includes("is no longer suspended"))).toHaveLength(1);
});

test("members of a suspended organization read and export, and change nothing", async () => {
  const { owner, organization, base, act } = await createHeld();
  const member = await createMember(owner, organization.id, "member");
  const guest = await createPerson();
  const invitation = await invite(owner, organization.id, guest.email, "viewer");
  await act("suspend", { reason: "Spam" });
  for (const path of ["", "/keys", "/members", "/connections", "/billing", "/activity", "/usage"]) {
    expect([path, (await owner.browser.get(`${base}${path}`)).status]).toEqual([path, 200]);
  }
  expect((await owner.browser.get(`${base}/export`)).status).toBe(200);
  expect((await owner.browser.get("/api/v1/session")).body).toMatchObject({
    organizations: [{ suspension: { at: expect.any(Number), reason: "Spam" } }],
  });
  const refusal = { error: { code: "organization_suspended", whoCanFix: "operator" } };
  const refused = [
    await owner.browser.post(`${base}/keys`, { name: "Another" }),
    await member.browser.post(`${base}/keys`, { name: "Mine" }),
    await owner.browser.send("PATCH", base, { name: "Another" }),
    await owner.browser.send("DELETE", base, { name: "Test organization" }),
  ];
  for (const { body, status } of refused) expect([status, body]).toMatchObject([403, refusal]);
  const cancel = await owner.browser.post(`${base}/billing/cancel`, {});
  expect(cancel.body).not.toMatchObject(refusal);
  const accept = `/api/v1/invitations/${invitation}/accept`;
  expect((await guest.browser.post(accept)).body).toMatchObject(refusal);
  await act("resume");
  expect((await owner.browser.post(`${base}/keys`, { name: "Another" })).status).toBe(201);
  expect((await guest.browser.post(accept)).status).toBe(200);
});

test("a suspension leaves another organization alone", async () => {
  const [one, other] = [await createHeld(), await createHeld()];
  await other.act("suspend", { reason: "Spam" });
  expect(await codeOf(other.secret)).toBe("organization_suspended");
  expect(await codeOf(one.secret)).toBe("ok");
});

test("the preview counts what would stop, says that the subscription goes on, and stops nothing", async () => {
  const { secret, act } = await createHeld();
  const { body, status } = await act("suspend/preview");
  expect([status, body]).toMatchObject([200, { keys: 1, members: 1, jobs: 0, mrr: 0 }]);
  expect(JSON.stringify(body)).toContain("1 API key will be refused from the next call on.");
  expect(await codeOf(secret)).toBe("ok");
});

test("a second suspension keeps the first one's time and reason, and writes to nobody again", async () => {
  const { owner, act } = await createHeld();
  const first = await act("suspend", { reason: "Spam" });
  const second = await act("suspend", { reason: "Something else" });
  expect(second.body).toEqual(first.body);
  const mails = (await readMail(owner.email)).filter(({ subject }) => subject.includes("is suspended"));
  expect(mails).toHaveLength(1);
  await act("resume");
  expect((await act("resume")).status).toBe(409);
});

test.each([
  ["nothing", {}],
  ["no reason", { reason: "  " }],
  ["a reason too long", { reason: "x".repeat(501) }],
  ["something more", { reason: "Spam", more: 1 }],
])("a suspension with %s is refused", async (_, body) => {
  const { secret, act } = await createHeld();
  expect((await act("suspend", body)).status).toBe(400);
  expect(await codeOf(secret)).toBe("ok");
});

test("a suspension that dies at any step is complete when it is asked for again, and its mail is sent once", async () => {
  const now = await getNow(env);
  const by = { actor: "operator:olga" } as const;
  const killed = await killAtEveryStep(createCustomer, (mortal, { organization: { id } }) =>
    suspendOrganization({ env: mortal, id, now, by }, { reason: "Spam" }),
  );
  expect(killed.length).toBeGreaterThan(3);
  for (const { organization, owner, secret } of killed) {
    await suspendOrganization({ env, id: organization.id, now, by }, { reason: "Spam" });
    expect(await codeOf(secret)).toBe("organization_suspended");
    const mails = (await readMail(owner.email)).filter(({ subject }) => subject.includes("is suspended"));
    expect(mails.length).toBeLessThanOrEqual(1);
  }
});

test("a resumption that dies at any step is complete when it is asked for again", async () => {
  const now = await getNow(env);
  const by = { actor: "operator:olga" } as const;
  const createSuspended = async () => {
    const customer = await createCustomer();
    await suspendOrganization({ env, id: customer.organization.id, now, by }, { reason: "Spam" });
    return customer;
  };
  const killed = await killAtEveryStep(createSuspended, (mortal, { organization: { id } }) =>
    resumeOrganization({ env: mortal, id, now, by }),
  );
  expect(killed.length).toBeGreaterThan(3);
  for (const { organization, secret } of killed) {
    await resumeOrganization({ env, id: organization.id, now, by }).catch(() => {});
    expect(await codeOf(secret)).toBe("ok");
  }
});
