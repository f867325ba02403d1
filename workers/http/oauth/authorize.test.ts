import { expect, test } from "vitest";
import { authorize, registerConfidential, toAnswer } from "#tests/authorization.ts";
import { ISSUER, newAuthorization, REDIRECT, RESOURCE, registerClient } from "#tests/oauth.ts";

test("a valid request goes on to the consent page as it is", async () => {
  const { parameters, query } = newAuthorization(await registerClient());
  const { headers, status, to } = await authorize(query);
  expect(status).toBe(302);
  expect(to?.href).toBe(`https://app.latchkey.test/authorize?${query}`);
  expect(toAnswer(to)).toEqual(parameters);
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

type Change = Record<string, string | null>;

const withoutProof: [string, Change][] = [
  ["no challenge", { code_challenge: null, code_challenge_method: null }],
  ["a method without a challenge", { code_challenge: null }],
  ["an empty challenge", { code_challenge: "" }],
  ["plain", { code_challenge_method: "plain" }],
  ["plain by default", { code_challenge_method: null }],
  ["a method that nobody knows", { code_challenge_method: "S512" }],
  ["a challenge that is no SHA-256", { code_challenge: "short" }],
  ["a challenge with other letters", { code_challenge: "=".repeat(43) }],
];

test.each(withoutProof)("PKCE with %s is refused to the client, be it public or not", async (_, change) => {
  const { client_id } = await registerConfidential("client_secret_post");
  for (const clientId of [await registerClient(), client_id]) {
    const { parameters, query } = newAuthorization(clientId, change);
    const { status, to } = await authorize(query);
    expect(status).toBe(302);
    expect(to?.href.startsWith(`${REDIRECT}?`)).toBe(true);
    expect(toAnswer(to)).toEqual({
      error: "invalid_request",
      error_description: expect.any(String),
      state: parameters.state,
      iss: ISSUER,
    });
  }
});

const elsewhere = [
  "https://other.example.org/mcp",
  `${ISSUER}/`,
  `${RESOURCE}/`,
  `${RESOURCE}#part`,
  "http://latchkey.test/mcp",
  "/mcp",
  "not an address",
  "",
];

test.each(elsewhere)("a token for %j is refused to the client", async (resource) => {
  const { parameters, query } = newAuthorization(await registerClient(), { resource });
  const { to } = await authorize(query);
  expect(toAnswer(to)).toMatchObject({ error: "invalid_target", state: parameters.state, iss: ISSUER });
});

test("a token for two resources at once is refused to the client", async () => {
  const { parameters, query } = newAuthorization(await registerClient());
  const { to } = await authorize(`${query}&resource=https%3A%2F%2Fother.example.org`);
  expect(toAnswer(to)).toMatchObject({ error: "invalid_target", state: parameters.state, iss: ISSUER });
});

const named = [null, `${RESOURCE}?toolsets=core`, "HTTPS://LATCHKEY.TEST/mcp"];

test.each(named)("the resource %j is the MCP endpoint", async (resource) => {
  const { query } = newAuthorization(await registerClient(), { resource });
  expect((await authorize(query)).to?.host).toBe("app.latchkey.test");
});

const responseTypes: [string | null, string][] = [
  ["token", "unsupported_response_type"],
  ["code token", "unsupported_response_type"],
  [null, "invalid_request"],
];

test.each(responseTypes)("the response type %j is refused to the client", async (response_type, error) => {
  const { query } = newAuthorization(await registerClient(), { response_type });
  expect(toAnswer((await authorize(query)).to)).toMatchObject({ error, iss: ISSUER });
});

test("the client gets its state back letter by letter, and its own parameters stay", async () => {
  const redirect_uri = `${REDIRECT}?tenant=1&error=none`;
  const clientId = await registerClient({ redirect_uris: [redirect_uri] });
  const state = "a b&c=d#é\n\"'<>%2F".padEnd(1_000, "x");
  const { query } = newAuthorization(clientId, { redirect_uri, state, response_type: "token" });
  const answer = toAnswer((await authorize(query)).to);
  expect(answer).toMatchObject({ tenant: "1", state, error: "unsupported_response_type" });
});
