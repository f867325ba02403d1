import { expect, test } from "vitest";
import { z } from "zod";
import { listTools, type ToolEntry } from "#organization/tools/tool-table.ts";
import { eras, postMcp, toHeaders, toMessage } from "#tests/mcp.ts";
import { callRest, createKey, createOrganization, fetchApi, toRestAnswer } from "#tests/organization.ts";

const Listed = z.object({ tools: z.array(z.object({ name: z.string() })) });

/** A message to `/mcp` with something behind it. */
function call(
  apiKey: string,
  search: string,
  method: string,
  params = {},
  era: "legacy" | "modern" = "legacy",
) {
  const headers = { ...toHeaders(era, method, params), "x-api-key": apiKey };
  return postMcp(headers, JSON.stringify(toMessage(era, method, params)), `/mcp${search}`);
}

async function listNames(apiKey: string, search: string, era: "legacy" | "modern" = "legacy") {
  const { result } = await call(apiKey, search, "tools/list", {}, era);
  return Listed.parse(result).tools.map(({ name }) => name);
}

const namesOf = (isMeant: (entry: ToolEntry) => boolean) =>
  listTools()
    .filter(isMeant)
    .map(({ tool }) => tool.name);

const isOf =
  (...toolsets: string[]) =>
  ({ tool }: ToolEntry) =>
    toolsets.includes(tool.toolset);

async function createWriter(toolsets: string[] | null = null): Promise<string> {
  const organization = await createOrganization();
  return (await createKey(organization, { scopes: ["read", "write"], toolsets })).secret;
}

test.each(eras)("a key that names no toolsets is listed core, more only when asked for: %s", async (era) => {
  const key = await createWriter();
  expect(await listNames(key, "", era)).toEqual(namesOf(isOf("core")));
  expect(await listNames(key, "?toolsets=core,finance", era)).toEqual(namesOf(isOf("core", "finance")));
  expect(await listNames(key, "?toolsets=all", era)).toEqual(namesOf(() => true));
});

test("what is not listed can be called all the same, unless the address leaves it out", async () => {
  const key = await createWriter();
  const params = { name: "list_owner_statements", arguments: {} };
  expect((await call(key, "", "tools/call", params)).result.structuredContent).toBeDefined();
  const refused = await call(key, "?toolsets=core", "tools/call", params);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("insufficient_scope");
  expect((await callRest(key, "list_owner_statements")).status).toBe(200);
});

test("?readonly=1 hides and refuses what writes, of a key that may write", async () => {
  const key = await createWriter();
  const isReader = ({ scope }: ToolEntry) => scope === "read";
  expect(await listNames(key, "?toolsets=all&readonly=1")).toEqual(namesOf(isReader));
  expect(await listNames(key, "?toolsets=all&readonly=0")).toEqual(namesOf(() => true));
  const params = { name: "create_task", arguments: { title: "Clean" } };
  expect((await call(key, "?readonly=1", "tools/call", params)).status).toBe(403);
});

test("an address cannot give a key more than it has", async () => {
  const key = await createWriter(["finance"]);
  expect(await listNames(key, "?toolsets=all")).toEqual(namesOf(isOf("finance")));
  const { status, text } = await call(key, "?toolsets=core,finance", "tools/list");
  expect([status, text.includes('lacks the toolset \\"core\\"')]).toEqual([403, true]);
});

test.each(["?toolsets=money", "?toolsets=", "?toolsets=core,,finance", "?readonly=yes"])(
  "an address that makes no sense is refused: %s",
  async (search) => {
    const { apiKey } = await createOrganization();
    const response = await fetchApi(`/mcp${search}`, {
      method: "POST",
      headers: { ...toHeaders("legacy", "tools/list"), "x-api-key": apiKey },
      body: JSON.stringify(toMessage("legacy", "tools/list")),
    });
    expect(await toRestAnswer(response)).toMatchObject({ status: 400, error: { code: "invalid_request" } });
  },
);

test("a key that lacks a toolset of its address is not told to sign in for it", async () => {
  const answer = await call(await createWriter(["core"]), "?toolsets=finance", "tools/list");
  expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([
    403,
    'Bearer realm="latchkey", error="insufficient_scope"',
  ]);
});
