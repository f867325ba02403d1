import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { makeKey } from "#organization/keys/key-format.ts";
import { listTools } from "#organization/tools/tool-table.ts";
import { eras, type McpAnswer, postMcp, toHeaders, toMessage } from "#tests/mcp.ts";
import { createKey, createOrganization, fetchApi } from "#tests/organization.ts";

const listedAtFirst = listTools().filter(({ scope, tool }) => scope === "read" && tool.toolset === "core");
const list = JSON.stringify(toMessage("legacy", "tools/list"));
const listHeaders = toHeaders("legacy", "tools/list");

/** `tools/list` with these headers instead of a key. */
const listWith = (headers: Record<string, string>) => postMcp({ ...listHeaders, ...headers }, list);

const codeOf = ({ text }: McpAnswer): unknown => JSON.parse(text).error.code;

test("a request without a credential is told how to send one", async () => {
  const answer = await listWith({});
  expect([answer.status, codeOf(answer)]).toEqual([401, "missing_credential"]);
  expect(answer.headers.get("www-authenticate")).toBe(
    'Bearer realm="latchkey", ' +
      'resource_metadata="https://latchkey.test/.well-known/oauth-protected-resource/mcp", scope="read"',
  );
});

test("malformed and forged keys get 401 and wake no object", async () => {
  const { apiKey } = await createOrganization();
  const last = apiKey.endsWith("0") ? "1" : "0";
  const wrong = [
    "",
    "api_",
    "hello",
    apiKey.slice(0, -1),
    `${apiKey}0`,
    `${apiKey.slice(0, -1)}${last}`,
    `api_12${"0123456789abcdef".repeat(4).slice(2)}`,
    "Bearer",
    "' or 1=1 --",
  ];
  const before = (await listDurableObjectIds(env.ORGANIZATION)).length;
  for (const key of wrong) {
    const answer = await listWith({ "x-api-key": key });
    expect([answer.status, codeOf(answer)], key).toEqual([401, "invalid_key"]);
    expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
  }
  expect(await listDurableObjectIds(env.ORGANIZATION)).toHaveLength(before);
});

test("revoked, expired and unknown keys get 401 with the reason", async () => {
  const organization = await createOrganization();
  const revoked = await createKey(organization);
  await organization.object.deleteKey({ actor: "system" }, revoked.id);
  const expired = await createKey(organization, { expiresAt: Date.UTC(2027, 0, 1) });
  const cases: [string, string][] = [
    [revoked.secret, "revoked_key"],
    [expired.secret, "expired_key"],
    [makeKey(organization.id, getConfig(env).keyRing), "invalid_key"],
    [makeKey(newId("org"), getConfig(env).keyRing), "invalid_key"],
  ];
  for (const [key, code] of cases) {
    const answer = await listWith({ "x-api-key": key });
    expect([answer.status, codeOf(answer)]).toEqual([401, code]);
    expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
  }
});

test("a key works in X-API-Key and as a Bearer token", async () => {
  const { apiKey } = await createOrganization();
  expect((await listWith({ "x-api-key": apiKey })).result.tools).toHaveLength(listedAtFirst.length);
  expect((await listWith({ authorization: `Bearer ${apiKey}` })).result.tools).toHaveLength(
    listedAtFirst.length,
  );
});

test("two credentials of different organizations are refused", async () => {
  const [one, other] = [await createOrganization(), await createOrganization()];
  const answer = await listWith({ "x-api-key": one.apiKey, authorization: `Bearer ${other.apiKey}` });
  expect([answer.status, codeOf(answer)]).toEqual([401, "invalid_key"]);
});

test.each(["GET", "DELETE", "PUT"])("%s is not allowed and the answer says what is", async (method) => {
  const { apiKey } = await createOrganization();
  const response = await fetchApi("/mcp", {
    method,
    headers: { "x-api-key": apiKey, accept: "text/event-stream" },
  });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("POST");
  expect(await response.json()).toMatchObject({ error: { code: "method_not_allowed" } });
});

const accepts = ["*/*", "application/json", "text/event-stream", "application/json, text/event-stream", ""];

test.each(eras.flatMap((era) => accepts.map((accept) => [era, accept] as const)))(
  "a %s client that accepts %j is answered",
  async (era, accept) => {
    const { apiKey } = await createOrganization();
    const headers = { ...toHeaders(era, "tools/list"), "x-api-key": apiKey, accept };
    const answer = await postMcp(headers, JSON.stringify(toMessage(era, "tools/list")));
    expect(answer.status).toBe(200);
    expect(answer.result.tools).toHaveLength(listedAtFirst.length);
  },
);

test.each(["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])(
  "a body of the type %j is refused",
  async (type) => {
    const { apiKey } = await createOrganization();
    const answer = await listWith({ "x-api-key": apiKey, "content-type": type });
    expect([answer.status, codeOf(answer)]).toEqual([415, "unsupported_media_type"]);
  },
);

test("a JSON body may name its encoding", async () => {
  const { apiKey } = await createOrganization();
  const answer = await listWith({ "x-api-key": apiKey, "content-type": "Application/JSON; charset=utf-8" });
  expect(answer.status).toBe(200);
});

test("a body of 5 MB is refused, with its length or in chunks", async () => {
  const { apiKey } = await createOrganization();
  const huge = JSON.stringify(toMessage("legacy", "tools/list", { filler: "x".repeat(5_000_000) }));
  const chunks = () => new Response(huge).body?.pipeThrough(new TransformStream()) ?? null;
  for (const [body, headers] of [
    [huge, { "content-length": String(huge.length) }],
    [chunks(), {}],
  ] as const) {
    const answer = await postMcp({ ...listHeaders, ...headers, "x-api-key": apiKey }, body);
    expect([answer.status, codeOf(answer)]).toEqual([413, "body_too_large"]);
    expect(JSON.parse(answer.text).error.limit).toBe(1_048_576);
  }
});

test("a body in chunks that is small enough is read", async () => {
  const { apiKey } = await createOrganization();
  const chunks = new Response(list).body?.pipeThrough(new TransformStream()) ?? null;
  const answer = await postMcp({ ...listHeaders, "x-api-key": apiKey }, chunks);
  expect(answer.result.tools).toBeDefined();
});

test.each(["{", "", "nonsense", '{"jsonrpc":"2.0",'])("the broken JSON %j is a parse error", async (body) => {
  const { apiKey } = await createOrganization();
  const answer = await postMcp({ ...listHeaders, "x-api-key": apiKey }, body);
  expect([answer.status, answer.error?.code]).toEqual([400, -32_700]);
});

test.each(["[]", "null", "1", '"tools/list"', "{}", '{"jsonrpc":"1.0","id":1,"method":"ping"}'])(
  "%s is no request",
  async (body) => {
    const { apiKey } = await createOrganization();
    const answer = await postMcp({ ...listHeaders, "x-api-key": apiKey }, body);
    expect(answer.status).toBe(400);
    expect(answer.error?.code).toBeDefined();
  },
);

test("a batch is answered with every answer", async () => {
  const { apiKey } = await createOrganization();
  const batch = [1, 2].map((id) => ({ jsonrpc: "2.0", id, method: "ping" }));
  const { status, text } = await postMcp({ ...listHeaders, "x-api-key": apiKey }, JSON.stringify(batch));
  expect(status).toBe(200);
  for (const id of [1, 2]) expect(text).toContain(`"id":${id}`);
});

test("a notification is taken without an answer", async () => {
  const { apiKey } = await createOrganization();
  const body = JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" });
  const answer = await postMcp({ ...listHeaders, "x-api-key": apiKey }, body);
  expect([answer.status, answer.text]).toEqual([202, ""]);
});

const origins: [Record<string, string>, number][] = [
  [{ origin: "https://evil.test" }, 403],
  [{ origin: "null" }, 403],
  [{ origin: "https://latchkey.test.evil.test" }, 403],
  [{ host: "evil.test" }, 403],
  [{ host: "latchkey.test.evil.test" }, 403],
  [{ origin: "https://latchkey.test" }, 200],
  [{ host: "latchkey.test:443" }, 200],
];

test.each(origins)("%j is answered with %d", async (headers, status) => {
  const { apiKey } = await createOrganization();
  const answer = await listWith({ ...headers, "x-api-key": apiKey });
  expect(answer.status).toBe(status);
  if (status === 403) expect(codeOf(answer)).toBe("origin_not_allowed");
});
