import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { listDocumentedFields } from "#tests/documented.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";

async function createBusyOrganization() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  await owner.browser.post(`${base}/keys`, { name: "=cmd" });
  await owner.browser.post(`${base}/keys`, { name: "" });
  return { owner, id, activity: `${base}/activity` };
}

type Row = { action: string; result: string; actor: string; ip?: string; details?: unknown };

test("changes and refusals are listed with who did them, newest first, and can be filtered", async () => {
  const { owner, activity } = await createBusyOrganization();
  const { body } = await owner.browser.get(`${activity}?action=keys/create`);
  const { rows } = body as { rows: Row[] };
  expect(rows.map(({ action, result }) => `${action} ${result}`)).toContain("keys/create ok");
  expect(rows.every(({ actor }) => actor.startsWith("user:"))).toBe(true);
  expect(rows.every(({ ip }) => ip?.startsWith("2001:db8:"))).toBe(true);
});

test("an auditor sees rows without what was said in them", async () => {
  const { owner, id, activity } = await createBusyOrganization();
  const auditor = await createMember(owner, id, "auditor");
  const { body, status } = await auditor.browser.get(activity);
  expect(status).toBe(200);
  const { rows } = body as { rows: Row[] };
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => !("details" in row))).toBe(true);
});

test("the export comes as a file in either form", async () => {
  const { owner, activity } = await createBusyOrganization();
  const csv = await owner.browser.get(`${activity}/export`);
  expect(csv.headers.get("content-type")).toMatch("text/csv");
  expect(csv.headers.get("content-disposition")).toBe('attachment; filename="activity.csv"');
  const lines = await owner.browser.get(`${activity}/export?format=jsonl`);
  expect(String(lines.body)).toContain('"action":"keys/create"');
});

test("a filter of the wrong form is refused by name", async () => {
  const { owner, activity } = await createBusyOrganization();
  const { status, body } = await owner.browser.get(`${activity}?from=yesterday`);
  expect([status, body]).toMatchObject([400, { error: { code: "invalid_request" } }]);
});

test("a tail that somebody cut off shows against the head that was published", async () => {
  const { owner, id, activity } = await createBusyOrganization();
  const verify = async () => (await owner.browser.get(`${activity}/verify`)).body;
  expect(await verify()).toMatchObject({ brokenAt: null, missingTail: null });
  await vi.waitUntil(() => forOrganization(env.DB, id).findAuditHead());
  expect(await verify()).toMatchObject({ brokenAt: null, missingTail: null });
  await forOrganization(env.DB, id).saveAuditHead({ seq: 1_000, hash: "later", at: 0 });
  expect(await verify()).toMatchObject({ missingTail: { to: 1_000 } });
  await forOrganization(env.DB, id).saveAuditHead({ seq: 1, hash: "earlier", at: 0 });
  expect(await verify()).toMatchObject({ missingTail: { to: 1_000 } });
});

test("rows name who did it: a person, also one who has left, or a key, and nobody else's organization sees it", async () => {
  const { owner, id, activity } = await createBusyOrganization();
  const base = `/api/v1/organizations/${id}`;
  const member = await createMember(owner, id, "member");
  const made = (await member.browser.post(`${base}/keys`, { name: "Laptop" })).body as Record<string, string>;
  await callRest(made.secret ?? "", "get_connection_status");
  await owner.browser.send("DELETE", `${base}/members/${member.userId}`);
  const listOf = async (actor: string | undefined) => {
    const { body } = await owner.browser.get(`${activity}?actor=${actor}`);
    return (body as { rows: { actorName: string | null }[] }).rows;
  };
  const [call = {}] = await listOf(made.id);
  expect(call).toMatchObject({ actorName: `Laptop (${made.masked})` });
  expect(Object.keys(call).sort()).toEqual(listDocumentedFields("ActivityRow"));
  expect((await listOf(`user:${member.userId}`))[0]).toMatchObject({ actorName: "Ben Example" });
  expect((await listOf(`user:${owner.userId}`))[0]).toMatchObject({ actorName: "Ann Example" });
  const stranger = await createPerson();
  expect((await stranger.browser.get(activity)).status).toBe(404);
});
