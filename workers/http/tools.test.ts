import { expect, test } from "vitest";
import { z } from "zod";
import { type ErrorCode, errorCatalogue } from "#errors.ts";
import { listTools } from "#organization/tools/tool-table.ts";
import { callMcpTool, readText } from "#tests/mcp.ts";
import {
  callRest,
  createKey,
  createOrganization,
  fetchApi,
  setEntitlement,
  toRestAnswer,
} from "#tests/organization.ts";
import { addFault, listRequests, stopClock } from "#tests/sandbox.ts";
import { listSampleCalls, listSampleDryRuns, withoutClock } from "#tests/tool-arguments.ts";

const everyTool = listTools().map(({ tool }) => tool.name);

const post = async (apiKey: string, path: string, body: BodyInit, type = "application/json") =>
  toRestAnswer(
    await fetchApi(path, { method: "POST", headers: { "x-api-key": apiKey, "content-type": type }, body }),
  );

test("every tool answers the same over REST and MCP", async () => {
  const { apiKey } = await createOrganization();
  for (const { name, args } of await listSampleCalls(apiKey)) {
    const rest = await callRest(apiKey, name, args);
    const mcp = await callMcpTool(apiKey, name, args);
    expect(rest.status, name).toBe(200);
    expect(mcp.result.isError, name).toBeUndefined();
    expect(readText(mcp), name).toEqual(mcp.result.structuredContent);
    expect(withoutClock(mcp.result.structuredContent), name).toEqual(withoutClock(rest.body));
  }
});

test("every tool that writes refuses a key that only reads, and says beforehand what it would do", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { scopes: ["read", "write"] });
  const before = (await listRequests(organization.account)).length;
  for (const { name, args } of await listSampleDryRuns(organization.apiKey)) {
    const refused = await callRest(organization.apiKey, name, args);
    expect([refused.status, refused.error?.code], name).toEqual([403, "insufficient_scope"]);
    const { body, status } = await callRest(secret, name, args);
    expect([status, body.dry_run], JSON.stringify([name, body])).toEqual([200, true]);
  }
  const after = (await listRequests(organization.account)).slice(before);
  const quotes = /priceDetails$/;
  expect(after.filter(({ method, path }) => method !== "GET" && !quotes.test(path))).toEqual([]);
});

test("get_financial_summary answers revenue, nights and occupancy with their basis", async () => {
  const { apiKey } = await createOrganization();
  const range = { start_date: "2027-02-01", end_date: "2027-04-30" };
  const { status, body } = await callRest(apiKey, "get_financial_summary", range);
  expect(status).toBe(200);
  expect(body).toMatchObject({ ...range, basis: expect.any(String) });
  expect(JSON.stringify(body)).toMatch(/"revenue".*"currency"|"currency".*"revenue"/);
});

test.each(everyTool)(
  "%s refuses a stranger and a revoked key, and another's key gets only its own",
  async (name) => {
    const organization = await createOrganization();
    const revoked = await createKey(organization);
    await organization.object.deleteKey({ actor: "system" }, revoked.id);
    const stranger = await fetchApi(`/api/v1/tools/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect(await toRestAnswer(stranger)).toMatchObject({
      status: 401,
      error: { code: "missing_credential" },
    });
    expect(stranger.headers.get("www-authenticate")).toContain("Bearer");
    expect(await callRest(revoked.secret, name)).toMatchObject({
      status: 401,
      error: { code: "revoked_key" },
    });
    const foreign = await organization.object.callTool({
      key: (await createOrganization()).apiKey,
      name,
      args: {},
    });
    expect(foreign).toMatchObject({ ok: false, status: 401 });
  },
);

test.each(everyTool)("%s refuses an argument that it does not know", async (name) => {
  const { secret } = await createKey(await createOrganization(), { scopes: ["read", "write"] });
  const { error, status } = await callRest(secret, name, { organization_id: "org_0000000000000000" });
  expect([status, error?.code]).toEqual([400, "invalid_request"]);
});

test("a key without the scope gets 403", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { scopes: ["write"] });
  const { status, headers, error } = await callRest(secret, "get_properties");
  expect([status, error?.code]).toEqual([403, "insufficient_scope"]);
  expect(headers.get("www-authenticate")).toContain("insufficient_scope");
});

test("wrong bodies are refused by what is wrong with them", async () => {
  const { apiKey } = await createOrganization();
  const path = "/api/v1/tools/get_properties";
  const cases: [BodyInit, string | undefined, number, ErrorCode][] = [
    ["{", undefined, 400, "invalid_request"],
    ["[]", undefined, 400, "invalid_request"],
    ['"text"', undefined, 400, "invalid_request"],
    ["{}", "text/plain", 415, "unsupported_media_type"],
    [`{"city":"${"x".repeat(5_000_000)}"}`, undefined, 413, "body_too_large"],
  ];
  for (const [body, type, status, code] of cases) {
    expect(await post(apiKey, path, body, type)).toMatchObject({ status, error: { code } });
  }
});

test("an empty body and null are calls without arguments", async () => {
  const { apiKey } = await createOrganization();
  for (const body of ["", "null", "{}"]) {
    expect((await post(apiKey, "/api/v1/tools/get_properties", body)).status).toBe(200);
  }
});

test("an unknown tool is 404 with a receipt", async () => {
  const { apiKey } = await createOrganization();
  for (const name of ["no_such_tool", "constructor", "__proto__", "Get_Properties"]) {
    const { status, error } = await callRest(apiKey, name);
    expect([status, error?.code], name).toEqual([404, "unknown_tool"]);
  }
});

test("a refusal names where it is explained, and the page is there", async () => {
  const { apiKey } = await createOrganization();
  const { error } = await callRest(apiKey, "no_such_tool");
  const page = await fetchApi(new URL(error?.url ?? "").pathname);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("unknown_tool");
});

test.each(Object.entries(errorCatalogue))(
  "%s has a page that says why and what to do",
  async (code, entry) => {
    const page = await fetchApi(`/docs/errors/${code}`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(text).toContain(entry.title);
    expect(text).toContain(`HTTP ${entry.status}`);
  },
);

test("429 says in Retry-After how long to wait, whoever is busy", async () => {
  const organization = await createOrganization();
  await addFault(organization.account, { kind: "error", status: 429, path: "/reservations" });
  const busy = await callRest(organization.apiKey, "get_bookings");
  expect([busy.status, busy.error?.code]).toEqual([429, "upstream_busy"]);
  expect(Number(busy.headers.get("retry-after"))).toBeGreaterThan(0);
  await setEntitlement(organization, { burst: 1 });
  await stopClock();
  await callRest(organization.apiKey, "get_properties");
  const limited = await callRest(organization.apiKey, "get_properties");
  expect([limited.status, limited.error?.code]).toEqual([429, "rate_limited"]);
  expect(limited.headers.get("retry-after")).toBe("10");
});

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.object({ description: z.string() })),
});
const OpenApi = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(z.string().startsWith("/"), z.record(z.enum(["get", "post"]), Operation.optional())),
  components: z.object({
    securitySchemes: z.object({ apiKey: z.object({ in: z.literal("header") }), bearer: z.object({}) }),
  }),
});

test("openapi.json describes every tool with input, answer and refusals", async () => {
  const response = await fetchApi("/openapi.json");
  const text = await response.text();
  const { paths } = OpenApi.parse(JSON.parse(text));
  for (const name of everyTool) {
    const operation = paths[`/api/v1/tools/${name}`]?.post;
    expect(operation?.operationId).toBe(name);
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining(["200", "401", "402", "429"]),
    );
  }
  expect(paths["/api/health"]?.get?.operationId).toBe("getHealth");
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  for (const name of references) expect(text).toContain(`"${name}":{`);
});

test("the documentation lists every tool and every error", async () => {
  const text = await (await fetchApi("/docs")).text();
  for (const name of everyTool) expect(text).toContain(`<code>${name}</code>`);
  for (const code of Object.keys(errorCatalogue)) expect(text).toContain(`/docs/errors/${code}`);
});

test.each(["/nowhere", "/api/v1/tools", "/docs/errors/nothing", "/api/v1/tools/a/b"])(
  "there is nothing at %s, and a receipt says so",
  async (path) => {
    expect(await toRestAnswer(await fetchApi(path))).toMatchObject({
      status: 404,
      error: { code: "not_found" },
    });
  },
);

test("the bare address leads to the documentation", async () => {
  const response = await fetchApi("/", { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([302, "/docs"]);
});

test("health answers anyone, names the organization of a key and refuses a wrong key", async () => {
  const { apiKey, id } = await createOrganization();
  const health = async (headers: Record<string, string>) =>
    toRestAnswer(await fetchApi("/api/health", { headers }));
  const open = await health({});
  expect(open.body).toMatchObject({ status: "ok", mcp: "https://latchkey.test/mcp" });
  expect(open.body).not.toHaveProperty("org_id");
  expect((await health({ "x-api-key": apiKey })).body).toMatchObject({ status: "ok", org_id: id });
  expect((await health({ authorization: `Bearer ${apiKey}` })).body.org_id).toBe(id);
  expect(await health({ "x-api-key": "api_1" })).toMatchObject({
    status: 401,
    error: { code: "invalid_key" },
  });
});
