import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createOwner, exchange, obtainCode, tryToken } from "#tests/authorization.ts";
import { close } from "#tests/lifecycle.ts";
import { postMcp, toHeaders, toMessage } from "#tests/mcp.ts";
import { askMcp, connectAssistant, ISSUER, RESOURCE, refresh, Tokens } from "#tests/oauth.ts";
import { alterDatabase, createOrganization, fetchApi, restart, toRestAnswer } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";

const metadata = `resource_metadata="${ISSUER}/.well-known/oauth-protected-resource/mcp"`;

async function connect(terms = {}) {
  const { ann, organization } = await createOwner();
  return { ann, organization, ...(await connectAssistant(ann, organization.id, terms)) };
}

const list = (headers: Record<string, string>) =>
  postMcp(
    { ...toHeaders("legacy", "tools/list"), ...headers },
    JSON.stringify(toMessage("legacy", "tools/list")),
  );

test("who comes without a credential learns where to get one, and what to ask for first", async () => {
  const { headers, status } = await list({});
  expect(status).toBe(401);
  expect(headers.get("www-authenticate")).toBe(`Bearer realm="latchkey", ${metadata}, scope="read"`);
});

test("who comes with a token that is none learns that too", async () => {
  const { headers, status } = await list({ authorization: "Bearer a:b:c" });
  expect(status).toBe(401);
  expect(headers.get("www-authenticate")).toBe(
    `Bearer realm="latchkey", error="invalid_token", ${metadata}, scope="read"`,
  );
});

const send = { name: "send_guest_message", arguments: {} };

test("a tool that takes more than was granted answers 403 with all that is needed", async () => {
  const wide = await connect();
  const { headers, status } = await askMcp(wide.tokens.access_token, "tools/call", send);
  expect(status).toBe(403);
  expect(headers.get("www-authenticate")).toBe(
    `Bearer realm="latchkey", error="insufficient_scope", ${metadata}, scope="read write"`,
  );
  const { tokens } = await connect({ toolsets: ["finance"] });
  const narrow = await askMcp(tokens.access_token, "tools/call", send);
  expect(narrow.headers.get("www-authenticate")).toContain('scope="read write toolset:finance toolset:core"');
});

test("a toolset in the address that was not granted answers 403 with all that is needed", async () => {
  const { tokens } = await connect({ toolsets: ["core"] });
  const { headers, status } = await askMcp(tokens.access_token, "tools/list", {}, "/mcp?toolsets=finance");
  expect(status).toBe(403);
  expect(headers.get("www-authenticate")).toContain('scope="read toolset:core toolset:finance"');
});

test("what is in the address is no part of the answer's headers, unless it is known here", async () => {
  const { tokens } = await connect({ toolsets: ["core"] });
  for (const made of ['finance,"x', "finance,a%0Ab", "finance,%E2%82%AC", "finance,nonsense"]) {
    const { headers, status } = await askMcp(tokens.access_token, "tools/list", {}, `/mcp?toolsets=${made}`);
    expect([made, status, headers.get("www-authenticate")]).toEqual([made, 400, null]);
  }
  const { headers } = await askMcp(
    tokens.access_token,
    "tools/list",
    {},
    "/mcp?toolsets=finance,core,finance",
  );
  expect(headers.get("www-authenticate")).toContain('scope="read toolset:core toolset:finance"');
});

test("what the member's role could not grant is no step-up, but the tool's own refusal", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  const ben = await createMember(ann, organization, "viewer");
  const { tokens } = await connectAssistant(ben, organization);
  const { headers, result, status } = await askMcp(tokens.access_token, "tools/call", send);
  expect([status, headers.get("www-authenticate"), result.isError]).toEqual([200, null, true]);
});

test("a token is for the MCP endpoint only: REST refuses it", async () => {
  const { tokens } = await connect();
  const { error, status } = await toRestAnswer(
    await fetchApi("/api/v1/tools/get_properties", {
      method: "POST",
      headers: { authorization: `Bearer ${tokens.access_token}`, "content-type": "application/json" },
      body: "{}",
    }),
  );
  expect([status, error?.code]).toEqual([401, "invalid_access_token"]);
});

test("forged tokens get 401 and wake no object", async () => {
  const { tokens } = await connect();
  const [subject = "", grant = "", secret = ""] = tokens.access_token.split(":");
  const [locator = "", tag = "", user = ""] = subject.split("~");
  const other = tag.endsWith("0") ? "1" : "0";
  const forged = [
    `${locator}~${tag.slice(0, -1)}${other}~${user}`,
    `${locator}~${tag}~somebody`,
    `${"0".repeat(16)}~${tag}~${user}`,
    `${locator}~f${tag.slice(1)}~${user}`,
    `${locator}~${tag}`,
    `${locator.toUpperCase()}~${tag}~${user}`,
    "",
  ].map((made) => `${made}:${grant}:${secret}`);
  const malformed = [
    `${subject}::${secret}`,
    `${subject}:${grant}:`,
    `${tokens.access_token}:x`,
    "a:b:c",
    "::",
  ];
  const before = (await listDurableObjectIds(env.ORGANIZATION)).length;
  for (const token of [...forged, ...malformed]) {
    expect([token, ...(await tryToken(token))]).toEqual([token, 401, "invalid_access_token"]);
  }
  expect(await listDurableObjectIds(env.ORGANIZATION)).toHaveLength(before);
});

test("a genuine subject with another grant or secret is refused by its organization", async () => {
  const { tokens } = await connect();
  const [subject, grant, secret = ""] = tokens.access_token.split(":");
  for (const token of [`${subject}:${grant}:${"x".repeat(32)}`, `${subject}:${"x".repeat(16)}:${secret}`]) {
    expect(await tryToken(token)).toEqual([401, "invalid_access_token"]);
  }
});

test("a token outlives the memory of its organization's object", async () => {
  const { organization, tokens } = await connect();
  await restart(organization);
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
});

test("a key and a token at once pass for one organization, and not for two", async () => {
  const { organization, tokens } = await connect();
  const authorization = `Bearer ${tokens.access_token}`;
  expect((await list({ authorization, "x-api-key": organization.apiKey })).status).toBe(200);
  const stranger = await createOrganization();
  expect((await list({ authorization, "x-api-key": stranger.apiKey })).status).toBe(401);
  expect((await list({ authorization: "Bearer a:b:c", "x-api-key": organization.apiKey })).status).toBe(401);
});

test("a token that was made out for another resource opens nothing here", async () => {
  const { organization, tokens } = await connect();
  await alterDatabase(
    organization,
    "update grant_tokens set record = replace(record, ?, 'https://other.example.org/mcp')",
    RESOURCE,
  );
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
});

test("while an organization is being deleted its tokens say so", async () => {
  const { ann, organization, tokens } = await connect();
  await close(organization, { actor: `user:${ann.userId}` });
  expect(await tryToken(tokens.access_token)).toEqual([403, "organization_closed"]);
});

test("a token of an organization that is no more is a token no more", async () => {
  const { ann, organization } = await createOwner();
  const obtained = await obtainCode(ann, organization.id);
  const unused = await obtainCode(ann, organization.id);
  const tokens = Tokens.parse((await exchange(obtained)).body);
  await organization.object.erase();
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
  expect((await refresh(obtained.clientId, tokens.refresh_token)).body).toMatchObject({
    error: "invalid_grant",
  });
  expect((await exchange(unused)).body).toMatchObject({ error: "invalid_grant" });
});
