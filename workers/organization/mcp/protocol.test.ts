import { expect, test } from "vitest";
import { z } from "zod";
import { listTools } from "#organization/tools/tool-table.ts";
import {
  callMcp,
  callMcpTool,
  eras,
  MODERN_VERSION,
  postMcp,
  readText,
  toHeaders,
  toMessage,
} from "#tests/mcp.ts";
import { callRest, createKey, createOrganization, getValue } from "#tests/organization.ts";

const initialize = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "test", version: "1" },
};

const serverInfo = {
  name: "latchkey",
  title: "Latchkey",
  websiteUrl: "https://latchkey.test/docs",
  icons: [
    { src: "https://latchkey.test/icon-512.png", mimeType: "image/png", sizes: ["512x512"] },
    { src: "https://latchkey.test/favicon.svg", mimeType: "image/svg+xml", sizes: ["any"] },
  ],
};

test("the older era begins with initialize, and the server introduces itself", async () => {
  const { apiKey } = await createOrganization();
  const { result } = await callMcp(apiKey, "initialize", initialize);
  expect(result).toMatchObject({
    protocolVersion: "2025-11-25",
    serverInfo,
    capabilities: { tools: {}, resources: {}, prompts: {} },
    instructions: expect.stringContaining("untrusted_text"),
  });
  expect(String(result.instructions).length).toBeLessThan(2_048);
});

test("the newer era begins with server/discover, and nothing of it may be shared", async () => {
  const { apiKey } = await createOrganization();
  const { result } = await callMcp(apiKey, "server/discover", {}, "modern");
  expect(result).toMatchObject({
    supportedVersions: [MODERN_VERSION],
    cacheScope: "private",
    instructions: expect.stringContaining("get_properties"),
  });
});

test.each(["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"])(
  "%s is spoken",
  async (protocolVersion) => {
    const { apiKey } = await createOrganization();
    const { result } = await callMcp(apiKey, "initialize", { ...initialize, protocolVersion });
    expect(result.protocolVersion).toBe(protocolVersion);
  },
);

test("an unknown protocol version is refused with those that are known", async () => {
  const { apiKey } = await createOrganization();
  const older = {
    ...toHeaders("legacy", "tools/list"),
    "mcp-protocol-version": "1999-01-01",
    "x-api-key": apiKey,
  };
  const refused = await postMcp(older, JSON.stringify(toMessage("legacy", "tools/list")));
  expect([refused.status, refused.error?.code]).toEqual([400, -32_000]);
  const newer = {
    ...toHeaders("modern", "tools/list"),
    "mcp-protocol-version": "2099-01-01",
    "x-api-key": apiKey,
  };
  const body = JSON.stringify(toMessage("modern", "tools/list")).replace(MODERN_VERSION, "2099-01-01");
  expect(await postMcp(newer, body)).toMatchObject({
    status: 400,
    error: { code: -32_022, data: { supported: [MODERN_VERSION] } },
  });
});

const mismatches: Record<string, string>[] = [
  { "mcp-method": "prompts/list" },
  { "mcp-protocol-version": "2025-11-25" },
  { "mcp-name": "get_bookings" },
];

test.each(mismatches)("headers that disagree with the body are refused: %j", async (change) => {
  const { apiKey } = await createOrganization();
  const params = { name: "get_properties", arguments: {} };
  const headers = { ...toHeaders("modern", "tools/call", params), "x-api-key": apiKey, ...change };
  const answer = await postMcp(headers, JSON.stringify(toMessage("modern", "tools/call", params)));
  expect([answer.status, answer.error?.code]).toEqual([400, -32_020]);
});

test.each(["mcp-method", "mcp-protocol-version", "mcp-name"])(
  "a modern request needs the header %s",
  async (name) => {
    const { apiKey } = await createOrganization();
    const params = { name: "get_properties", arguments: {} };
    const all = { ...toHeaders("modern", "tools/call", params), "x-api-key": apiKey };
    const headers = Object.fromEntries(Object.entries(all).filter(([header]) => header !== name));
    const answer = await postMcp(headers, JSON.stringify(toMessage("modern", "tools/call", params)));
    expect([answer.status, answer.error?.code]).toEqual([400, -32_020]);
  },
);

test("an unknown method is -32601, and in the newer era 404 as well", async () => {
  const { apiKey } = await createOrganization();
  for (const method of ["nope", "logging/setLevel", "tasks/list", "resources/subscribe"]) {
    const older = await callMcp(apiKey, method);
    expect([older.status, older.error?.code], method).toEqual([200, -32_601]);
    const newer = await callMcp(apiKey, method, {}, "modern");
    expect([newer.status, newer.error?.code], method).toEqual([404, -32_601]);
  }
});

test.each(eras)(
  "tools/list has every tool that the key may use of core, whole and always in the same order, in the %s era",
  async (era) => {
    const { apiKey } = await createOrganization();
    const { result } = await callMcp(apiKey, "tools/list", {}, era);
    const listed = listTools().filter(({ scope, tool }) => scope === "read" && tool.toolset === "core");
    expect(result.tools).toMatchObject(
      listed.map(({ tool }) => ({
        name: tool.name,
        title: tool.title,
        description: tool.description,
        inputSchema: { type: "object", additionalProperties: false },
        outputSchema: { type: "object" },
        annotations: {
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: true,
        },
      })),
    );
    expect((await callMcp(apiKey, "tools/list", {}, era)).result.tools).toEqual(result.tools);
    if (era === "modern") expect(result).toMatchObject({ cacheScope: "private", ttlMs: expect.any(Number) });
  },
);

test.each(eras)(
  "an unknown tool is a protocol error that carries the receipt, in the %s era",
  async (era) => {
    const { apiKey } = await createOrganization();
    const { error } = await callMcpTool(apiKey, "no_such_tool", {}, era);
    expect(error).toMatchObject({
      code: -32_602,
      data: { code: "unknown_tool", whoCanFix: "you", url: "https://latchkey.test/docs/errors/unknown_tool" },
    });
  },
);

const mistakes: [string, object, string][] = [
  ["a wrong type", { limit: "many" }, "limit"],
  ["a number out of range", { limit: 100_000 }, "limit"],
  ["an argument that does not exist", { town: "Austin" }, "town"],
  [
    "a date that does not exist",
    { available_from: "2027-02-30", available_to: "2027-03-02" },
    "available_from",
  ],
  ["a past date", { available_from: "2020-01-01", available_to: "2020-01-05" }, "past"],
  ["a reversed range", { available_from: "2027-05-04", available_to: "2027-05-01" }, "available_to"],
];

test.each(eras.flatMap((era) => mistakes.map((mistake) => [...mistake, era] as const)))(
  "%s is an error of the tool that says what to correct: %j",
  async (_, args, word, era) => {
    const { apiKey } = await createOrganization();
    const answer = await callMcpTool(apiKey, "get_properties", args, era);
    expect([answer.status, answer.result.isError]).toEqual([200, true]);
    expect(answer.result).not.toHaveProperty("structuredContent");
    expect(readText(answer)).toMatchObject({
      error: { code: "invalid_request", message: expect.stringContaining(word), whoCanFix: "you" },
    });
  },
);

test.each(["city", 1, ["city"], null])("arguments must be an object, not %j", async (args) => {
  const { apiKey } = await createOrganization();
  const { error } = await callMcp(apiKey, "tools/call", { name: "get_properties", arguments: args });
  expect(error?.code).toBe(-32_602);
});

test.each(eras)("a missing scope is HTTP 403 and leaves a row, in the %s era", async (era) => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization, { scopes: ["write"] });
  const answer = await callMcpTool(secret, "get_properties", {}, era);
  expect(answer.status).toBe(403);
  expect(answer.headers.get("www-authenticate")).toContain('error="insufficient_scope"');
  expect(JSON.parse(answer.text)).toMatchObject({
    error: { code: "insufficient_scope", whoCanFix: "owner" },
  });
  const [row] = getValue(await organization.object.listAudit({ limit: 1 })).rows;
  expect(row).toMatchObject({ actor: id, result: "insufficient_scope", surface: "mcp", billable: false });
  expect((await callRest(secret, "get_properties")).status).toBe(403);
});

test("a key sees only the tools that its scopes allow", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { scopes: ["write"] });
  const { result } = await callMcp(secret, "tools/list");
  const listed = z
    .array(z.object({ annotations: z.object({ readOnlyHint: z.boolean() }) }))
    .parse(result.tools);
  expect(listed.filter(({ annotations }) => annotations.readOnlyHint)).toEqual([]);
  expect(listed).not.toEqual([]);
});

test.each(eras)("progress is told to a client that asks for it, in the %s era", async (era) => {
  const { apiKey } = await createOrganization();
  const params = { name: "search_messages", arguments: { query: "the" } };
  const message = toMessage(era, "tools/call", params);
  const _meta = { ...message.params._meta, progressToken: "p1" };
  const headers = { ...toHeaders(era, "tools/call", params), "x-api-key": apiKey };
  const body = JSON.stringify({ ...message, params: { ...message.params, _meta } });
  const { text, result } = await postMcp(headers, body);
  expect(text).toMatch(/"method":"notifications\/progress".*"progressToken":"p1"/);
  expect(result.structuredContent).toBeDefined();
});
