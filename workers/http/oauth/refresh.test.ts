import { expect, test } from "vitest";
import { tryToken } from "#tests/authorization.ts";
import { askMcp, askToken, connectAssistant, refresh, registerClient, Tokens } from "#tests/oauth.ts";
import { createPerson } from "#tests/person.ts";

async function connect(terms = {}) {
  const ann = await createPerson();
  return connectAssistant(ann, await ann.createOrganization(), terms);
}

const renew = async (clientId: string, token: string) =>
  Tokens.parse((await refresh(clientId, token)).body).refresh_token;

test("a refresh token works until the next one is used, and not after", async () => {
  const { clientId, tokens } = await connect();
  const first = tokens.refresh_token;
  const lost = await renew(clientId, first);
  const second = await renew(clientId, first);
  expect(new Set([first, lost, second]).size).toBe(3);
  const third = await renew(clientId, second);
  for (const old of [first, lost]) {
    const { body, status } = await refresh(clientId, old);
    expect([status, body]).toEqual([400, expect.objectContaining({ error: "invalid_grant" })]);
  }
  expect((await refresh(clientId, third)).status).toBe(200);
});

test("two refreshes at the same moment leave a client that can go on", async () => {
  const { clientId, tokens } = await connect();
  const answers = await Promise.all([1, 2].map(() => refresh(clientId, tokens.refresh_token)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  for (const answer of answers) {
    expect(await tryToken(answer.tokens?.access_token ?? "")).toEqual([200, null]);
  }
  const later = answers.map((answer) => answer.tokens?.refresh_token ?? "");
  const used = await Promise.all(later.map((token) => refresh(clientId, token)));
  expect(used.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("asking for less than was granted never gives more", async () => {
  const wide = await connect();
  expect(await tryToken(wide.tokens.access_token, "/mcp?toolsets=finance")).toEqual([200, null]);
  const { clientId, tokens } = await connect({ toolsets: ["core"] });
  expect(tokens.scope).toBe("read toolset:core");
  const narrowed = await askToken({
    grant_type: "refresh_token",
    client_id: clientId,
    refresh_token: tokens.refresh_token,
    scope: "read",
  });
  const { access_token, scope } = Tokens.parse(narrowed.body);
  expect(scope).toBe("read");
  expect(await tryToken(access_token)).toEqual([200, null]);
  expect(await tryToken(access_token, "/mcp?toolsets=finance")).toEqual([403, "insufficient_scope"]);
});

test("a token narrowed to reading does not write, and the grant still may", async () => {
  const { clientId, tokens } = await connect({ scopes: ["read", "write"], toolsets: ["core", "finance"] });
  const ask = async (scope: string) => {
    const form = { grant_type: "refresh_token", client_id: clientId, scope };
    return askToken({ ...form, refresh_token: last });
  };
  const write = async (token: string) =>
    (await askMcp(token, "tools/call", { name: "send_guest_message", arguments: {} })).status;
  let last = tokens.refresh_token;
  const narrow = Tokens.parse((await ask("read toolset:core")).body);
  expect(await write(narrow.access_token)).toBe(403);
  last = narrow.refresh_token;
  const whole = Tokens.parse((await ask("")).body);
  expect(whole.scope).toBe("read write toolset:core toolset:finance");
  expect(await write(whole.access_token)).toBe(200);
});

test.each(["write", "admin", "toolset:finance"])(
  "asking for %s alone, which was not granted, fails",
  async (scope) => {
    const { clientId, tokens } = await connect({ toolsets: ["core"] });
    const form = { grant_type: "refresh_token", client_id: clientId, refresh_token: tokens.refresh_token };
    expect((await askToken({ ...form, scope })).body).toMatchObject({ error: "invalid_scope" });
    expect((await askToken(form)).status).toBe(200);
  },
);

test("a refresh token is of no use to another client or for another resource", async () => {
  const { clientId, tokens } = await connect();
  expect((await refresh(await registerClient(), tokens.refresh_token)).body).toMatchObject({
    error: "invalid_grant",
  });
  const elsewhere = await askToken({
    grant_type: "refresh_token",
    client_id: clientId,
    refresh_token: tokens.refresh_token,
    resource: "https://other.example.org/mcp",
  });
  expect(elsewhere.body).toMatchObject({ error: "invalid_target" });
  expect((await refresh(clientId, tokens.refresh_token)).status).toBe(200);
});

test("an access token refreshes nothing, and a refresh token opens nothing", async () => {
  const { clientId, tokens } = await connect();
  expect((await refresh(clientId, tokens.access_token)).body).toMatchObject({ error: "invalid_grant" });
  expect(await tryToken(tokens.refresh_token)).toEqual([401, "invalid_access_token"]);
});
