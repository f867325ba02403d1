import { expect, test } from "vitest";
import { z } from "zod";
import { listTools } from "#organization/tools/tool-table.ts";
import { callMcp, callMcpTool, eras } from "#tests/mcp.ts";
import { callRest, createKey, createOrganization, getReceipt, readTable } from "#tests/organization.ts";

const Listed = z.object({ tools: z.array(z.object({ name: z.string() })) });

async function listNames(apiKey: string, era: (typeof eras)[number] = "legacy"): Promise<string[]> {
  const { result } = await callMcp(apiKey, "tools/list", {}, era);
  return Listed.parse(result).tools.map(({ name }) => name);
}

/** The tools of some toolsets that only read, as a key without the scope "write" sees them. */
const readersOf = (...toolsets: string[]) =>
  listTools()
    .filter(({ scope, tool }) => scope === "read" && toolsets.includes(tool.toolset))
    .map(({ tool }) => tool.name);

test.each(eras)("a key lists the tools of its toolsets and no others, in the %s era", async (era) => {
  const organization = await createOrganization();
  const narrow = await createKey(organization, { toolsets: ["finance"] });
  const wide = await createKey(organization, { toolsets: ["core", "finance"] });
  expect(await listNames(narrow.secret, era)).toEqual(readersOf("finance"));
  expect(await listNames(wide.secret, era)).toEqual(readersOf("core", "finance"));
});

test("a tool outside of the key's toolsets is 403 over REST and MCP, leaves rows and is free", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization, { toolsets: ["finance"] });
  const rest = await callRest(secret, "get_properties");
  expect([rest.status, rest.error?.code]).toEqual([403, "insufficient_scope"]);
  expect(rest.error?.message).toBe('What calls here lacks the toolset "core".');
  const mcp = await callMcpTool(secret, "get_properties");
  expect(mcp.status).toBe(403);
  expect(mcp.headers.get("www-authenticate")).toContain('error="insufficient_scope"');
  const rows = (await readTable(organization, "audit_log")).filter(({ actor }) => actor === id);
  expect(rows.map(({ result, billable }) => [result, billable])).toEqual([
    ["insufficient_scope", 0],
    ["insufficient_scope", 0],
  ]);
});

test("a resource whose tool is outside of the key's toolsets is neither listed nor read", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { toolsets: ["finance"] });
  expect((await callMcp(secret, "resources/list")).result.resources).toEqual([]);
  const read = await callMcp(secret, "resources/read", { uri: "listing://40160" });
  expect(read.error?.data).toMatchObject({ code: "insufficient_scope" });
});

test("a key for an unknown toolset is the caller's mistake", async () => {
  const { object } = await createOrganization();
  const refused = await object.createKey(
    { actor: "system" },
    { name: "Narrow", toolsets: ["core", "cores"] },
  );
  expect(getReceipt(refused)).toMatchObject({
    code: "invalid_request",
    message: "toolsets.1: is no toolset",
  });
});

test("a key lists nothing that its scopes do not cover", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { scopes: ["write"] });
  const writers = listTools().filter(({ scope, tool }) => scope === "write" && tool.toolset === "core");
  expect(await listNames(secret)).toEqual(writers.map(({ tool }) => tool.name));
});
