import { expect, test } from "vitest";
import { z } from "zod";
import {
  createOwner,
  exchange,
  holdUp,
  obtainCode,
  registerConfidential,
  tryToken,
} from "#tests/authorization.ts";
import { askToken, connectAssistant, refresh, registerClient, Tokens } from "#tests/oauth.ts";
import { listAudit } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";

const Listed = z.object({ grants: z.array(z.object({ id: z.string() })) });

async function connect() {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  return { ann, organization, ...(await connectAssistant(ann, organization)) };
}

test("a client that gives back its access token keeps the grant", async () => {
  const { clientId, tokens } = await connect();
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
  const { body, status } = await askToken({ client_id: clientId, token: tokens.access_token });
  expect([status, body]).toEqual([200, null]);
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
  expect((await refresh(clientId, tokens.refresh_token)).status).toBe(200);
});

test("a token that is given back while it is used for the first time ends all the same", async () => {
  const { clientId, tokens } = await connect();
  holdUp("unwrapKey");
  const used = tryToken(tokens.access_token);
  expect((await askToken({ client_id: clientId, token: tokens.access_token })).status).toBe(200);
  await used;
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
});

test("a client that gives back its refresh token is out, and the log says so", async () => {
  const { ann, organization } = await createOwner();
  const { clientId, tokens } = await connectAssistant(ann, organization.id);
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
  const token_type_hint = "refresh_token";
  const form = { client_id: clientId, token: tokens.refresh_token, token_type_hint };
  expect((await askToken(form)).status).toBe(200);
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
  expect((await refresh(clientId, tokens.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
  const rows = (await listAudit(organization)).filter(({ action }) => action === "grants/revoke");
  expect(rows).toHaveLength(1);
  expect((await askToken(form)).status).toBe(200);
});

test("a field beside the token that is given back hides nothing from the log", async () => {
  const { ann, organization } = await createOwner();
  const { clientId, tokens } = await connectAssistant(ann, organization.id);
  const [subject] = tokens.refresh_token.split(":");
  const form = { client_id: clientId, token: tokens.refresh_token, code: `${subject}:${"x".repeat(16)}:x` };
  expect((await askToken(form)).status).toBe(200);
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
  expect((await listAudit(organization)).map(({ action }) => action)).toContain("grants/revoke");
});

test("a field that a request does not need is not read", async () => {
  const { clientId, tokens } = await connect();
  const form = { client_id: clientId, grant_type: "refresh_token", refresh_token: tokens.refresh_token };
  expect((await askToken({ ...form, code: "" })).status).toBe(200);
});

test("another client's token stays as it is", async () => {
  const { clientId, tokens } = await connect();
  const stranger = await registerClient();
  for (const token of [tokens.access_token, tokens.refresh_token]) {
    expect((await askToken({ client_id: stranger, token })).status).toBe(200);
  }
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
  expect((await refresh(clientId, tokens.refresh_token)).status).toBe(200);
});

test("a token that is none is no error", async () => {
  const client_id = await registerClient();
  for (const token of ["unknown", "a:b:c", "api_0123", "x".repeat(5_000)]) {
    expect((await askToken({ client_id, token })).status).toBe(200);
  }
});

test("nobody revokes without saying who they are, or with another's secret", async () => {
  const { client_id } = await registerConfidential("client_secret_post");
  const forms: Record<string, string>[] = [
    {},
    { client_id: "unknown" },
    { client_id, client_secret: "wrong" },
  ];
  for (const form of forms) {
    const { body, status } = await askToken({ ...form, token: "a:b:c" });
    expect([status, body]).toEqual([401, expect.objectContaining({ error: "invalid_client" })]);
  }
});

test("what is revoked in the dashboard answers 401 on the next request", async () => {
  const { ann, clientId, organization, tokens } = await connect();
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
  const grants = `/api/v1/organizations/${organization}/grants`;
  const [grant] = Listed.parse((await ann.browser.get(grants)).body).grants;
  expect((await ann.browser.send("DELETE", `${grants}/${grant?.id}`)).status).toBe(204);
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
  expect((await refresh(clientId, tokens.refresh_token)).body).toMatchObject({ error: "invalid_grant" });
  expect((await ann.browser.send("DELETE", `${grants}/${grant?.id}`)).status).toBe(404);
});

test("a code of a grant that was revoked before its use is worth nothing", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  const ben = await createMember(ann, organization, "member");
  const obtained = await obtainCode(ben, organization);
  const path = `/api/v1/organizations/${organization}/members/${ben.userId}`;
  expect((await ann.browser.send("DELETE", path)).status).toBeLessThan(300);
  expect((await exchange(obtained)).status).toBe(400);
});

test("who is no member any more has let nobody in", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  const ben = await createMember(ann, organization, "member");
  const tokens = Tokens.parse((await exchange(await obtainCode(ben, organization))).body);
  expect(await tryToken(tokens.access_token)).toEqual([200, null]);
  await ann.browser.send("DELETE", `/api/v1/organizations/${organization}/members/${ben.userId}`);
  expect(await tryToken(tokens.access_token)).toEqual([401, "invalid_access_token"]);
});
