import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getNow } from "#lib/get-now.ts";
import { parse, register, registerConfidential } from "#tests/authorization.ts";
import { database } from "#tests/database.ts";
import { newAddress } from "#tests/new-address.ts";
import { approve, newAuthorization, REDIRECT, registerClient } from "#tests/oauth.ts";
import { fetchApi } from "#tests/organization.ts";
import { createPerson } from "#tests/person.ts";
import { stopClock } from "#tests/sandbox.ts";

const client = { client_name: "Assistant", redirect_uris: [REDIRECT], token_endpoint_auth_method: "none" };

test("a client registers without application_type and with fields that nobody knows", async () => {
  const { body, headers, status } = await register(JSON.stringify({ ...client, software: { any: [1] } }));
  expect(status).toBe(201);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(body).toMatchObject({
    client_id: expect.stringMatching(/^[\w-]{16}$/),
    redirect_uris: [REDIRECT],
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code"],
  });
  expect(body).not.toHaveProperty("client_secret");
  expect(body).not.toHaveProperty("software");
});

test("the secret of a client that keeps one is shown once and stored nowhere", async () => {
  const { client_id, client_secret } = await registerConfidential("client_secret_basic");
  const kept = await database
    .prepare("select value from oauth_records where key = ?")
    .bind(`client:${client_id}`)
    .first("value");
  expect(kept).toContain(client_id);
  expect(kept).not.toContain(client_secret);
});

const long = "x".repeat(10_000);
const metadata: [string, unknown][] = [
  ["an array", []],
  ["null", null],
  ["a number", 1],
  ["no redirect address", { client_name: "Assistant" }],
  ["an empty list of redirect addresses", { ...client, redirect_uris: [] }],
  ["21 redirect addresses", { ...client, redirect_uris: Array(21).fill(REDIRECT) }],
  ["a redirect address of 2,001 letters", { ...client, redirect_uris: [REDIRECT.padEnd(2_001, "x")] }],
  ["a redirect address that is no address", { ...client, redirect_uris: ["callback"] }],
  ["a redirect address with a fragment", { ...client, redirect_uris: [`${REDIRECT}#`] }],
  ["a redirect address with a login", { ...client, redirect_uris: ["https://ann@assistant.example.org/"] }],
  ["a redirect to a script", { ...client, redirect_uris: ["javascript:alert(1)"] }],
  ["a redirect to data", { ...client, redirect_uris: ["data:text/html,hello"] }],
  ["a redirect over plain http", { ...client, redirect_uris: ["http://assistant.example.org/callback"] }],
  ["a name of 10,000 letters", { ...client, client_name: long }],
  ["a page of 10,000 letters", { ...client, client_uri: `https://example.org/${long}` }],
  ["a field of 10,000 letters that nobody knows", { ...client, any: long }],
  ["a name that is a number", { ...client, client_name: 1 }],
  ["a way to authenticate that nobody knows", { ...client, token_endpoint_auth_method: "magic" }],
  ["the implicit grant", { ...client, grant_types: ["implicit"], response_types: ["token"] }],
];

test.each(metadata)("%s is refused as metadata", async (_, value) => {
  const { body, status } = await register(JSON.stringify(value));
  expect([status, body]).toEqual([
    400,
    { error: "invalid_client_metadata", error_description: expect.any(String) },
  ]);
});

test.each(["", "{", '{"redirect_uris":', "redirect_uris=https"])("the body %j is no JSON", async (text) => {
  const { body, status } = await register(text);
  expect([status, body]).toEqual([400, expect.objectContaining({ error: "invalid_request" })]);
});

test.each(["text/plain", "application/x-www-form-urlencoded", ""])(
  "a body of the type %j, as a page of any site could send it, is refused",
  async (type) => {
    const { body, status } = await register(JSON.stringify(client), { "content-type": type });
    expect([status, body]).toEqual([415, expect.objectContaining({ error: "invalid_request" })]);
  },
);

test("a body over 16 KB is refused", async () => {
  const { body, status } = await register(JSON.stringify({ ...client, any: "x".repeat(17_000) }));
  expect([status, body]).toEqual([413, expect.objectContaining({ error: "invalid_request" })]);
});

test("a flood from one network is told to wait, and others are not", async () => {
  await stopClock();
  const address = { "cf-connecting-ip": newAddress() };
  const statuses = [];
  for (let sent = 0; sent < 20; sent++) statuses.push((await register("{}", address)).status);
  expect(new Set(statuses)).toEqual(new Set([400]));
  const { body, headers, status } = await register(JSON.stringify(client), address);
  expect([status, body]).toEqual([429, expect.objectContaining({ error: "temporarily_unavailable" })]);
  expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await register(JSON.stringify(client))).status).toBe(201);
});

test("a flood from everywhere is told to wait once 2,000 have come in an hour", async () => {
  await stopClock();
  const now = await getNow(env);
  const seed = "insert or replace into rate_limits (key, count, window_start, strikes, blocked_until)";
  await database.prepare(`${seed} values ('oauth-register', 999, ?, 0, 0)`).bind(now).run();
  expect((await register(JSON.stringify(client))).status).toBe(201);
  const { body, status } = await register(JSON.stringify(client));
  expect([status, body]).toEqual([429, expect.objectContaining({ error: "temporarily_unavailable" })]);
  await database.prepare("delete from rate_limits where key = 'oauth-register'").run();
});

test("nothing but POST registers", async () => {
  for (const method of ["GET", "PUT", "DELETE"]) {
    const response = await fetchApi("/oauth/register", { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toContain("POST");
    expect(parse(await response.text())).toMatchObject({ error: "invalid_request" });
  }
});

test("a client that nobody lets in is forgotten after a week, and one that somebody does is not", async () => {
  const [left, used] = [await registerClient(), await registerClient()];
  const ann = await createPerson();
  await approve(ann, newAuthorization(used).query, await ann.createOrganization());
  const endOf = async (clientId: string) => {
    const key = `client:${clientId}`;
    const row = await database.prepare("select ends_at from oauth_records where key = ?").bind(key).first();
    return (Number(row?.ends_at) - Date.now()) / 86_400_000;
  };
  expect(await endOf(left)).toBeCloseTo(7, 1);
  expect(await endOf(used)).toBeCloseTo(90, 1);
});
