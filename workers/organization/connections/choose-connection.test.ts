import { expect, test } from "vitest";
import { z } from "zod";
import { findTool, listTools } from "#organization/tools/tool-table.ts";
import { bindKeys, connect, createAgency } from "#tests/connections.ts";
import { callMcp, callMcpTool, eras } from "#tests/mcp.ts";
import { addMembers, alterDatabase, callRest, createOrganization, getValue } from "#tests/organization.ts";
import { createAccount, listRequests } from "#tests/sandbox.ts";
import { listSampleCalls, withoutClock } from "#tests/tool-arguments.ts";

const Schema = z.object({
  properties: z.record(z.string(), z.object({ enum: z.array(z.unknown()).optional() })),
  required: z.array(z.string()).optional(),
});
const Listed = z.object({
  tools: z.array(z.object({ name: z.string(), inputSchema: Schema, outputSchema: Schema })),
});

async function listSchemas(apiKey: string) {
  const { tools } = Listed.parse((await callMcp(apiKey, "tools/list")).result);
  return tools.filter(({ name }) => findTool(name)?.connector);
}

test("no tool has an argument or a field of its own that is called account", () => {
  for (const { input, output, connector } of listTools()) {
    if (connector !== null) expect({ ...input.shape, ...output.shape }).not.toHaveProperty("account");
  }
});

test("with one account, tools neither list nor take the argument account, and do not echo it", async () => {
  const { apiKey } = await createOrganization();
  for (const { inputSchema, outputSchema } of await listSchemas(apiKey)) {
    expect(inputSchema.properties).not.toHaveProperty("account");
    expect(outputSchema.properties).not.toHaveProperty("account");
  }
  expect((await callRest(apiKey, "get_properties")).body).not.toHaveProperty("account");
  const { error } = await callRest(apiKey, "get_properties", { account: "Hostaway" });
  expect(error).toMatchObject({ code: "invalid_request", message: expect.stringContaining("account") });
});

test("with two accounts, every tool of the connector lists account as required, with their names", async () => {
  const { apiKey } = await createAgency();
  const schemas = await listSchemas(apiKey);
  expect(schemas.length).toBeGreaterThan(5);
  for (const { inputSchema, outputSchema } of schemas) {
    for (const { properties, required } of [inputSchema, outputSchema]) {
      expect(properties.account).toMatchObject({ enum: ["Miami", "Empty"] });
      expect(required).toContain("account");
    }
  }
});

test("the names of one organization's accounts do not reach another's list", async () => {
  await listSchemas((await createAgency()).apiKey);
  const { apiKey } = await createOrganization();
  for (const { inputSchema } of await listSchemas(apiKey))
    expect(inputSchema.properties).not.toHaveProperty("account");
});

test.each(eras)("a call works on the account that it names and says which, in the %s era", async (era) => {
  const { apiKey } = await createAgency();
  for (const [account, total] of [
    ["Miami", 3],
    ["Empty", 0],
  ] as const) {
    const expected = { account, total };
    expect((await callRest(apiKey, "get_properties", { account })).body).toMatchObject(expected);
    const { result } = await callMcpTool(apiKey, "get_properties", { account }, era);
    expect(result.structuredContent).toMatchObject(expected);
  }
});

const wrong = [{}, { account: "Paris" }, { account: "miami" }, { account: 7 }, { account: null }];

test.each(wrong)("%j is refused with the names to choose from, before upstream is asked", async (args) => {
  const { apiKey, organization } = await createAgency();
  const before = (await listRequests(organization.account)).length;
  const { error } = await callRest(apiKey, "get_properties", args);
  expect(error).toMatchObject({
    code: "invalid_request",
    message: expect.stringContaining('["Miami","Empty"]'),
  });
  const { result } = await callMcpTool(apiKey, "get_properties", args);
  expect(result.isError).toBe(true);
  expect(await listRequests(organization.account)).toHaveLength(before);
});

test("every tool answers for the named account what it answers for that account alone", async () => {
  const account = await createAccount();
  const alone = await createOrganization(account);
  const calls = await listSampleCalls(alone.apiKey);
  const agency = await createOrganization();
  getValue(await connect(agency, account, "Second"));
  for (const { name, args } of calls.filter(({ name }) => findTool(name)?.connector)) {
    const { body } = await callRest(agency.apiKey, name, { ...args, account: "Second" });
    const expected = (await callRest(alone.apiKey, name, args)).body;
    expect(withoutClock(body), name).toEqual(withoutClock({ ...expected, account: "Second" }));
  }
});

test("a cursor of one account does not continue in another", async () => {
  const organization = await createOrganization();
  getValue(await connect(organization, await createAccount(), "Second"));
  const { apiKey } = organization;
  const first = await callRest(apiKey, "get_properties", { account: "Hostaway", limit: 1 });
  const args = { cursor: first.body.next_cursor, limit: 1 };
  expect(first.body.next_cursor).toEqual(expect.any(String));
  expect((await callRest(apiKey, "get_properties", { ...args, account: "Hostaway" })).status).toBe(200);
  const { error } = await callRest(apiKey, "get_properties", { ...args, account: "Second" });
  expect(error?.code).toBe("invalid_cursor");
});

test("what is kept in memory of one account is not served for another", async () => {
  const organization = await createOrganization();
  const second = await createAccount();
  getValue(await connect(organization, second, "Second"));
  const read = async (account: string) =>
    (await callRest(organization.apiKey, "get_properties", { account })).body.properties;
  const [hostaway, other] = [await read("Hostaway"), await read("Second")];
  expect(hostaway).not.toEqual(other);
  const before = [(await listRequests(organization.account)).length, (await listRequests(second)).length];
  expect(await Promise.all([read("Second"), read("Hostaway")])).toEqual([other, hostaway]);
  expect([(await listRequests(organization.account)).length, (await listRequests(second)).length]).toEqual(
    before,
  );
});

test("an account that upstream rejects leaves the others at work", async () => {
  const { apiKey, organization, miami } = await createAgency();
  const statement = "update connections set status = 'invalid' where id = ?";
  await alterDatabase(organization, statement, miami.id);
  expect((await callRest(apiKey, "get_properties", { account: "Miami" })).error?.code).toBe(
    "connection_invalid",
  );
  expect((await callRest(apiKey, "get_properties", { account: "Empty" })).status).toBe(200);
});

test("a member's key takes and lists the accounts that are shared with the member", async () => {
  const { apiKey, empty, organization } = await createAgency();
  const share = (members: string[] | null) =>
    organization.object.shareConnection({ actor: "system" }, { connection: empty.id, members });
  await addMembers(organization, "member", "user_ann");
  getValue(await share(["user_ann"]));
  expect((await callRest(apiKey, "get_properties", { account: "Empty" })).status).toBe(200);

  await bindKeys(organization, "user_bob");
  const { error } = await callRest(apiKey, "get_properties", { account: "Empty" });
  expect(error).toMatchObject({ code: "insufficient_scope", whoCanFix: "owner" });
  expect((await callRest(apiKey, "get_properties", {})).error?.message).toContain('["Miami"]');
  const [tool] = await listSchemas(apiKey);
  expect(tool?.inputSchema.properties.account).toMatchObject({ enum: ["Miami"] });
  expect((await callRest(apiKey, "get_connection_status")).body.connections).toHaveLength(1);

  await bindKeys(organization, "user_ann");
  expect((await callRest(apiKey, "get_properties", { account: "Empty" })).status).toBe(200);
  await bindKeys(organization, "user_bob");
  getValue(await share(null));
  expect((await callRest(apiKey, "get_properties", { account: "Empty" })).status).toBe(200);
});
