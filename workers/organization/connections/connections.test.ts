import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { getConfig } from "#env.ts";
import { encryptText } from "#lib/encryption.ts";
import { connect } from "#tests/connections.ts";
import { database } from "#tests/database.ts";
import { callMcpTool } from "#tests/mcp.ts";
import {
  alterDatabase,
  callRest,
  createOrganization,
  dumpDatabase,
  getReceipt,
  getValue,
  readTable,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { createAccount, listRequests } from "#tests/sandbox.ts";

const sealToken = async (
  { id }: TestOrganization,
  row: Record<string, unknown> | undefined,
  text: string,
) => {
  const key = await forOrganization(env.DB, id).findDataKey(getConfig(env).keyRing);
  if (key === null) throw new Error("This organization has no data key.");
  return encryptText(key, text, `${id}/${row?.id}/token`);
};

test("the right secret connects the account, and what is shown holds no secret", async () => {
  const organization = await createOrganization();
  const account = await createAccount();
  const shown = getValue(await connect(organization, account));
  expect(shown).toMatchObject({ connector: "hostaway", accountLabel: account.accountId, status: "valid" });
  expect(JSON.stringify(shown)).not.toContain(account.clientSecret);
});

test("a wrong secret is refused, stores nothing and leaves the old connection at work", async () => {
  const organization = await createOrganization();
  const before = await readTable(organization, "connections");
  const refused = await connect(organization, { ...(await createAccount()), clientSecret: "a-wrong-secret" });
  expect(getReceipt(refused)).toMatchObject({ code: "connection_invalid", whoCanFix: "owner" });
  expect(await readTable(organization, "connections")).toEqual(before);
  expect(await dumpDatabase(organization)).not.toContain("a-wrong-secret");
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
});

const malformed = [
  { connector: "nowhere", credential: {} },
  { connector: "hostaway", credential: {} },
  { connector: "hostaway", credential: { accountId: "not-a-number", secretKey: "hunter2" } },
  { connector: "hostaway", credential: { accountId: "1", secretKey: "" } },
];

test.each(malformed)("%j is refused by name, without asking upstream or quoting it", async (input) => {
  const { account, object } = await createOrganization();
  const before = (await listRequests(account)).length;
  const receipt = getReceipt(await object.connectAccount({ actor: "system" }, input));
  expect(receipt.code).toBe("invalid_request");
  expect(JSON.stringify(receipt)).not.toContain("hunter2");
  expect(await listRequests(account)).toHaveLength(before);
});

test("secret and token are encrypted at rest and appear nowhere in the clear", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_properties");
  const [row] = await readTable(organization, "connections");
  expect(row?.token).toEqual(expect.any(String));
  const stored = await dumpDatabase(organization);
  const { clientSecret } = organization.account;
  for (const plain of [
    clientSecret,
    Buffer.from(clientSecret).toString("base64"),
    "access_token",
    "secretKey",
  ]) {
    expect(stored).not.toContain(plain);
  }
});

test("the credential never appears in an answer, a refusal or the audit", async () => {
  const organization = await createOrganization();
  const { account, apiKey, object } = organization;
  const answers = [
    await callRest(apiKey, "get_connection_status"),
    await callMcpTool(apiKey, "get_connection_status"),
    await connect(organization, { ...account, clientSecret: `${account.clientSecret}x` }),
    getValue(await object.listAudit({})),
  ];
  expect(JSON.stringify(answers)).not.toContain(account.clientSecret);
});

test("a token is minted once, kept across a restart and used again", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  await callRest(apiKey, "get_properties");
  await restart(organization);
  expect((await callRest(apiKey, "get_bookings")).status).toBe(200);
  expect(await listRequests(account, "/accessTokens")).toHaveLength(1);
});

test("twenty concurrent calls after a restart mint no second token", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  await alterDatabase(organization, "update connections set token = null");
  const answers = await Promise.all(Array.from({ length: 20 }, () => callRest(apiKey, "get_conversations")));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await listRequests(account, "/accessTokens")).toHaveLength(2);
});

test("a token that is dead upstream (403) is minted anew once, and the call answered", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  const [row] = await readTable(organization, "connections");
  const dead = { value: "dead", expiresAt: Date.UTC(2030, 0, 1), usableAfter: 0 };
  const token = await sealToken(organization, row, JSON.stringify(dead));
  await alterDatabase(organization, "update connections set token = ?", token);
  expect((await callRest(apiKey, "get_bookings")).status).toBe(200);
  expect(await listRequests(account, "/accessTokens")).toHaveLength(2);
  expect(await listRequests(account, "/reservations")).toMatchObject([{ status: 200 }]);
});

test("a token that was stored for another field, connection or organization does not open", async () => {
  const organization = await createOrganization();
  const other = await createOrganization();
  const [row] = await readTable(organization, "connections");
  const [foreign] = await readTable(other, "connections");
  const moved = [
    row?.credential,
    foreign?.token,
    await sealToken(other, row, "{}"),
    await sealToken(organization, foreign, "{}"),
  ];
  for (const token of moved) {
    await alterDatabase(organization, "update connections set token = ?", String(token));
    const { error, status } = await callRest(organization.apiKey, "get_properties");
    expect([status, error?.code]).toEqual([500, "internal"]);
  }
});

test("a credential that is moved to another connection's row does not open", async () => {
  const organization = await createOrganization();
  await alterDatabase(organization, "update connections set id = 'con_0000000000000000', token = null");
  const { error } = await callRest(organization.apiKey, "get_properties");
  expect(error?.code).toBe("internal");
  expect(await listRequests(organization.account, "/accessTokens")).toHaveLength(1);
});

test("the object alone opens nothing: without its data key in D1 its keys are unknown", async () => {
  const organization = await createOrganization();
  const { account, apiKey, id } = organization;
  await database.prepare("delete from data_keys where organization_id = ?").bind(id).run();
  await restart(organization);
  const rest = await callRest(apiKey, "get_properties");
  const mcp = await callMcpTool(apiKey, "get_properties");
  expect([rest.status, mcp.status]).toEqual([401, 401]);
  const text = JSON.stringify(rest.body) + mcp.text;
  for (const secret of [account.clientSecret, apiKey, "data key", "data_keys", id])
    expect(text).not.toContain(secret);
  expect(rest.error).toMatchObject({ code: "invalid_key", whoCanFix: "you" });
});
