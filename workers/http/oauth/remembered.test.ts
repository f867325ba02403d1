import { expect, test } from "vitest";
import { createOwner, exchange, obtainCode } from "#tests/authorization.ts";
import { getOnlyConnection } from "#tests/connections.ts";
import { newAuthorization, openConsent, REDIRECT, registerClient } from "#tests/oauth.ts";
import { alterDatabase, getValue } from "#tests/organization.ts";
import { createMember, createPerson, type Person } from "#tests/person.ts";

const other = "https://assistant.example.org/other";
const local = "http://127.0.0.1:33418/";

/** Somebody of one organization who has let a client in. */
async function connect(terms = {}, redirect_uri = REDIRECT) {
  const { ann, organization } = await createOwner();
  const clientId = await registerClient({ redirect_uris: [REDIRECT, other, local] });
  await letIn(ann, organization.id, clientId, { change: { redirect_uri }, ...terms });
  return { ann, organization, clientId, redirect_uri };
}

async function letIn(person: Person, organization: string, clientId: string, terms = {}) {
  expect((await exchange(await obtainCode(person, organization, { clientId, ...terms }))).status).toBe(200);
}

type Connected = Pick<Awaited<ReturnType<typeof connect>>, "ann" | "clientId">;

/** Whether the person is asked when the same client comes again. */
async function comeAgain({ ann, clientId }: Connected, change: Record<string, string> = {}) {
  return openConsent(ann, newAuthorization(clientId, change).query);
}

test("a client that comes again for as much as it was let do goes on with a code", async () => {
  const connected = await connect({ scopes: ["read", "write"] });
  for (const scope of ["read", "read write", "write", "read offline_access"]) {
    const opened = await comeAgain(connected, { scope });
    expect(opened).toEqual({ kind: "redirect", to: expect.stringContaining(`${REDIRECT}?code=`) });
  }
});

test("asked for more than was let do, the person is asked again", async () => {
  const reading = await connect();
  expect((await comeAgain(reading, { scope: "read write" })).kind).toBe("consent");
  const core = await connect({ toolsets: ["core"] });
  expect((await comeAgain(core, { scope: "read toolset:finance" })).kind).toBe("consent");
  expect((await comeAgain(core, { scope: "read toolset:core" })).kind).toBe("redirect");
});

test.each(["consent", "login consent"])("with prompt=%s the person is asked again", async (prompt) => {
  const connected = await connect();
  const opened = await comeAgain(connected, { prompt });
  expect(opened).toMatchObject({
    kind: "consent",
    remembered: { scopes: ["read"], toolsets: null, connections: null },
  });
});

test("another client, redirect address or person is asked about anew", async () => {
  const { ann, clientId, organization } = await connect();
  expect((await comeAgain({ ann, clientId: await registerClient() })).kind).toBe("consent");
  expect((await comeAgain({ ann, clientId }, { redirect_uri: other })).kind).toBe("consent");
  const ben = await createMember(ann, organization.id, "admin");
  expect((await comeAgain({ ann: ben, clientId })).kind).toBe("consent");
});

test("of an app on the person's own machine the person is asked each time", async () => {
  const connected = await connect({}, local);
  expect((await comeAgain(connected, { redirect_uri: local })).kind).toBe("consent");
});

test("who is in two organizations is asked which", async () => {
  const connected = await connect();
  await connected.ann.createOrganization("Another");
  expect((await comeAgain(connected)).kind).toBe("consent");
});

test("what was revoked is forgotten", async () => {
  const connected = await connect();
  const grants = getValue(await connected.organization.object.listGrants());
  for (const { id } of grants) await connected.organization.object.revokeGrant({ actor: "system" }, id);
  expect(grants).toHaveLength(1);
  expect(await comeAgain(connected)).toMatchObject({ kind: "consent", remembered: null });
});

test("revoking one of a client's grants forgets all that was let do before", async () => {
  const connected = await connect();
  const { ann, clientId, organization } = connected;
  await letIn(ann, organization.id, clientId);
  const [, newest] = getValue(await organization.object.listGrants());
  if (newest === undefined) throw new Error("Expected two grants.");
  expect((await comeAgain(connected)).kind).toBe("redirect");
  getValue(await organization.object.revokeGrant({ actor: "system" }, newest.id));
  expect(await comeAgain(connected)).toMatchObject({ kind: "consent", remembered: null });
});

test("what was let do over 30 days ago is asked about again", async () => {
  const connected = await connect();
  await alterDatabase(connected.organization, "update grants set created_at = created_at - 31 * 86400000");
  expect(await comeAgain(connected)).toMatchObject({ kind: "consent", remembered: null });
});

test("30 days count from when the person was asked, however often the client came since", async () => {
  const connected = await connect();
  const { ann, clientId, organization } = connected;
  await alterDatabase(organization, "update grants set created_at = created_at - 20 * 86400000");
  await letIn(ann, organization.id, clientId);
  expect((await comeAgain(connected)).kind).toBe("redirect");
  await alterDatabase(organization, "update grants set created_at = created_at - 11 * 86400000");
  expect((await comeAgain(connected)).kind).toBe("consent");
});

test("a code that nobody used is no consent to remember", async () => {
  const ann = await createPerson();
  const clientId = await registerClient();
  await obtainCode(ann, await ann.createOrganization(), { clientId });
  expect((await comeAgain({ ann, clientId })).kind).toBe("consent");
});

test("whoever may do less by now is asked about that, and can go on", async () => {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  const ben = await createMember(ann, organization, "member");
  const clientId = await registerClient();
  await letIn(ben, organization, clientId, { scopes: ["read", "write"] });
  const path = `/api/v1/organizations/${organization}/members/${ben.userId}`;
  expect((await ann.browser.send("PATCH", path, { role: "viewer" })).status).toBe(204);
  expect(await comeAgain({ ann: ben, clientId }, { scope: "read write" })).toMatchObject({
    kind: "consent",
    remembered: { scopes: ["read"] },
  });
  expect((await comeAgain({ ann: ben, clientId }, { scope: "read" })).kind).toBe("redirect");
});

test("a connection that is gone is not let use again", async () => {
  const { ann, organization } = await createOwner();
  const clientId = await registerClient();
  const { id } = await getOnlyConnection(organization);
  await letIn(ann, organization.id, clientId, { connections: [id] });
  expect((await comeAgain({ ann, clientId })).kind).toBe("redirect");
  getValue(await organization.object.disconnect({ actor: "system" }, { connection: id }));
  expect(await comeAgain({ ann, clientId })).toMatchObject({ kind: "consent", remembered: null });
});
