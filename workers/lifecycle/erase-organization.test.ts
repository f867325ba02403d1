import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { getConfig } from "#env.ts";
import { ConnectionId } from "#ids.ts";
import { finishLifecycles } from "#jobs/finish-lifecycles.ts";
import { createVault } from "#organization/connections/vault.ts";
import { restoreBackup, takeBackup } from "#tests/backup.ts";
import { database } from "#tests/database.ts";
import { listRowsOf } from "#tests/directory.ts";
import { close, createOwned } from "#tests/lifecycle.ts";
import { callMcpTool } from "#tests/mcp.ts";
import {
  callRest,
  createOrganization,
  dumpDatabase,
  getReceipt,
  getValue,
  listAudit,
  readTable,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { eraseOrganization } from "./erase-organization.ts";

const MARK = "kingfisher-between-the-lines";

/** The secrets that its connection holds, opened as the object opens them. */
async function openSecrets(organization: TestOrganization) {
  const { id } = organization;
  const dataKey = await forOrganization(env.DB, id).findDataKey(getConfig(env).keyRing);
  const [row] = await readTable(organization, "connections");
  if (dataKey === null || row === undefined) throw new Error("There is nothing to open.");
  const vault = createVault(dataKey, id, ConnectionId.parse(row.id));
  const token: unknown = JSON.parse(vault.open("token", String(row.token)));
  return { credential: vault.open("credential", String(row.credential)), token };
}

async function createUsed() {
  const owned = await createOwned();
  const { organization } = owned;
  expect((await callRest(organization.apiKey, "search_messages", { query: MARK })).status).toBe(200);
  return { ...owned, secrets: await openSecrets(organization) };
}

async function closeAndErase({ organization, by }: Awaited<ReturnType<typeof createOwned>>) {
  await close(organization, by);
  await advanceClock("30d");
  await finishLifecycles(env);
}

test("a backup of an object opens nothing once the organization is erased, and everything before", async () => {
  const used = await createUsed();
  const { organization, secrets } = used;
  const { apiKey, object } = organization;
  const backup = await takeBackup(organization);
  const text = JSON.stringify(backup);
  const strings = (value: unknown): string[] =>
    typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [String(value)];
  const tokens = strings(secrets.token).filter((value) => value.length > 20);
  expect(secrets.credential).toContain(organization.account.clientSecret);
  expect(tokens.length).toBeGreaterThan(0);
  for (const secret of [organization.account.clientSecret, apiKey, MARK, ...tokens]) {
    expect(text).not.toContain(secret);
  }

  await object.erase();
  expect((await callRest(apiKey, "get_properties")).status).toBe(401);
  await restoreBackup(organization, backup);
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
  expect(JSON.stringify(await listAudit(organization))).toContain(MARK);

  await closeAndErase(used);
  await restoreBackup(organization, backup);
  expect(await callRest(apiKey, "get_properties")).toMatchObject({
    status: 401,
    error: { code: "invalid_key" },
  });
  expect(await callMcpTool(apiKey, "get_properties")).toMatchObject({ status: 401 });
  expect(await readTable(organization, "api_keys")).toHaveLength(1);
  const restored = organization.object;
  const answers = await Promise.all([
    restored.listAudit({ limit: 10 }),
    restored.listConnections(),
    restored.listKeys(),
    restored.createKey({ actor: "system" }, { name: "Again" }),
  ]);
  expect(answers.map((answer) => getReceipt(answer).code)).toEqual(Array(4).fill("invalid_key"));
  expect(await listRowsOf(organization.id)).toEqual({ organizations: [expect.any(String)] });
});

test("an organization that is erased leaves an id and two dates, and an empty object without an alarm", async () => {
  const used = await createUsed();
  const { organization, owner } = used;
  const { id, object } = organization;
  await database.batch([
    database
      .prepare(
        `insert into invitations (id, organization_id, email, status, expires_at, created_at, inviter_id)
       values (?1, ?1, 'ben@example.com', 'pending', 0, 0, ?2)`,
      )
      .bind(id, owner.id),
    database
      .prepare(
        `insert into sessions (id, token, user_id, active_organization_id, expires_at, created_at, updated_at)
       values (?1, ?1, ?2, ?3, 0, 0, 0)`,
      )
      .bind(crypto.randomUUID(), owner.id, id),
  ]);
  getValue(await object.publishAuditHead());
  await close(organization, used.by);
  expect(Object.keys(await listRowsOf(id)).sort()).toEqual([
    "audit_heads",
    "billing_accounts",
    "data_keys",
    "emails",
    "invitations",
    "members",
    "organizations",
    "sessions",
  ]);

  await advanceClock("30d");
  await finishLifecycles(env);
  expect(Object.keys(await listRowsOf(id))).toEqual(["organizations"]);
  // One that was under way when the object was emptied.
  await forOrganization(env.DB, id).saveAuditHead({ seq: 9, hash: "late", at: 0 });
  expect(Object.keys(await listRowsOf(id))).toEqual(["organizations"]);
  const row = await forOrganization(env.DB, id).findOrganization();
  expect(row).toMatchObject({ state: "gone", name: "", slug: null, deletesAt: null, ipAllowList: null });
  const [tables, alarm] = await runInDurableObject(object, async (_, { storage }) => [
    storage.sql.exec("select name from sqlite_master where name not glob '_cf*'").toArray(),
    await storage.getAlarm(),
  ]);
  expect([tables, alarm]).toEqual([[], null]);
  expect((await callRest(organization.apiKey, "get_properties")).error?.code).toBe("invalid_key");
});

test("erasing one organization touches not a byte of another", async () => {
  const [mine, other] = [await createUsed(), await createUsed()];
  const read = async () => [await dumpDatabase(other.organization), await listRowsOf(other.organization.id)];
  // Published beside the first calls.
  await vi.waitUntil(async () => "audit_heads" in (await listRowsOf(other.organization.id)));
  const before = await read();
  await closeAndErase(mine);
  expect(await read()).toEqual(before);
  expect((await callRest(other.organization.apiKey, "get_properties")).status).toBe(200);
});

test("an organization whose time is not over is not erased, whoever asks", async () => {
  const open = await createOrganization();
  const { organization: closed, by } = await createOwned();
  const { deletesAt } = await close(closed, by);
  for (const { id } of [open, closed]) {
    const before = await listRowsOf(id);
    await eraseOrganization({ env, now: deletesAt - 1 }, id);
    expect(await listRowsOf(id)).toEqual(before);
  }
  expect((await callRest(open.apiKey, "get_properties")).status).toBe(200);
});
