import { expect, test } from "vitest";
import { createOwner, exchange, holdUp, obtainCode, passTime, tryToken } from "#tests/authorization.ts";
import { askToken, REDIRECT, RESOURCE, refresh, registerClient, Tokens, toExchange } from "#tests/oauth.ts";
import { listAudit } from "#tests/organization.ts";
import { createPerson } from "#tests/person.ts";

const MINUTE = 60_000;

async function obtain() {
  const ann = await createPerson();
  return obtainCode(ann, await ann.createOrganization());
}

test("a code is exchanged for tokens of this endpoint, and no copy of them is kept on the way", async () => {
  const { body, headers, status } = await exchange(await obtain());
  expect(status).toBe(200);
  expect(body).toMatchObject({
    token_type: "bearer",
    expires_in: 3_600,
    scope: "read",
    resource: RESOURCE,
    access_token: expect.any(String),
    refresh_token: expect.any(String),
  });
  expect(headers.get("cache-control")).toBe("no-store");
});

test("a code that comes twice shuts the grant: its tokens answer 401, and the log says so", async () => {
  const { ann, organization } = await createOwner();
  const obtained = await obtainCode(ann, organization.id);
  const tokens = Tokens.parse((await exchange(obtained)).body);
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
  const again = await exchange(obtained);
  expect([again.status, again.body]).toEqual([400, expect.objectContaining({ error: "invalid_grant" })]);
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
  expect((await refresh(obtained.clientId, tokens.refresh_token)).status).toBe(400);
  const [row, ...others] = (await listAudit(organization)).filter(({ action }) => action === "grants/revoke");
  expect(others).toEqual([]);
  expect(row).toMatchObject({ actor: expect.stringMatching(/^grt_/), target: row?.actor, result: "ok" });
});

test("of two exchanges of a code at the same moment exactly one succeeds", async () => {
  const obtained = await obtain();
  holdUp("unwrapKey");
  const answers = await Promise.all([exchange(obtained), exchange(obtained)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

const wrong: [string, Record<string, string>, string][] = [
  ["another verifier", { code_verifier: "x".repeat(43) }, "invalid_grant"],
  ["no verifier", { code_verifier: "" }, "invalid_request"],
  ["another redirect address", { redirect_uri: "https://evil.example.org/callback" }, "invalid_grant"],
  ["another resource", { resource: "https://other.example.org/mcp" }, "invalid_target"],
  ["a scope that was not granted", { scope: "write" }, "invalid_scope"],
  ["another kind of grant", { grant_type: "refresh_token" }, "invalid_request"],
];

test.each(wrong)("a code with %s is refused, and still good for who it is for", async (_, change, error) => {
  const obtained = await obtain();
  const { body, status } = await exchange(obtained, change);
  expect([status, body]).toEqual([400, expect.objectContaining({ error })]);
  expect((await exchange(obtained)).status).toBe(200);
});

test("a code is of no use to another client, before its use and after", async () => {
  const obtained = await obtain();
  const stranger = await registerClient();
  expect((await exchange(obtained, { client_id: stranger })).body).toMatchObject({ error: "invalid_grant" });
  const tokens = Tokens.parse((await exchange(obtained)).body);
  expect((await exchange(obtained, { client_id: stranger })).body).toMatchObject({ error: "invalid_grant" });
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
});

test("another redirect address of the same client is not the one that was asked with", async () => {
  const ann = await createPerson();
  const other = "https://assistant.example.org/other";
  const clientId = await registerClient({ redirect_uris: [REDIRECT, other] });
  const obtained = await obtainCode(ann, await ann.createOrganization(), { clientId });
  expect((await exchange(obtained, { redirect_uri: other })).body).toMatchObject({ error: "invalid_grant" });
});

test("a code is good for ten minutes", async () => {
  const [early, late] = [await obtain(), await obtain()];
  passTime(9 * MINUTE);
  expect((await exchange(early)).status).toBe(200);
  passTime(2 * MINUTE);
  expect((await exchange(late)).body).toMatchObject({ error: "invalid_grant" });
});

test("a changed or invented code is refused", async () => {
  const obtained = await obtain();
  const [subject = "", grant = "", secret = ""] = obtained.code.split(":");
  const changed = [
    `${subject}:${grant}:${"x".repeat(secret.length)}`,
    `${subject}:${"x".repeat(grant.length)}:${secret}`,
    `${subject}x:${grant}:${secret}`,
    `${subject}:${grant}`,
    `${obtained.code}:more`,
    "x",
    "",
  ];
  for (const code of changed) {
    const { body, status } = await askToken(toExchange(obtained, code));
    expect([code, status]).toEqual([code, 400]);
    expect(body).toMatchObject({ error: expect.stringMatching(/^invalid_(grant|request)$/) });
  }
  expect((await exchange(obtained)).status).toBe(200);
});

test("an access token is good for an hour, its refresh token for 30 days of silence", async () => {
  const obtained = await obtain();
  const tokens = Tokens.parse((await exchange(obtained)).body);
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
  passTime(61 * MINUTE);
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
  const next = await refresh(obtained.clientId, tokens.refresh_token);
  expect(next.status).toBe(200);
  passTime(31 * 24 * 60 * MINUTE);
  const late = await refresh(obtained.clientId, next.tokens?.refresh_token ?? "");
  expect(late.body).toMatchObject({ error: "invalid_grant" });
});
