import { expect, test } from "vitest";
import { z } from "zod";
import { holdUp, passTime, toAnswer } from "#tests/authorization.ts";
import { createBrowser } from "#tests/browser.ts";
import { getOnlyConnection } from "#tests/connections.ts";
import { database } from "#tests/database.ts";
import { ISSUER, newAuthorization, openConsent, REDIRECT, registerClient } from "#tests/oauth.ts";
import { createOrganization } from "#tests/organization.ts";
import { createMember, createPerson, type Person } from "#tests/person.ts";

const AUTHORIZATIONS = "/api/v1/authorizations";
const Redirect = z.object({ kind: z.literal("redirect"), to: z.url() });
const Refusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

type Browser = Pick<Person, "browser">["browser"];

async function open() {
  const ann = await createPerson();
  const organization = await ann.createOrganization();
  return { ann, organization, ...(await openAs(ann)) };
}

async function openAs(person: Person) {
  const authorization = newAuthorization(await registerClient());
  const opened = await openConsent(person, authorization.query);
  if (opened.kind === "redirect") throw new Error("Expected to be asked.");
  return { ...authorization, handle: opened.handle };
}

const approval = (handle: string, organization: string, change = {}) => ({
  ...{ decision: "approve", handle, organization },
  ...{ scopes: ["read"], toolsets: null, connections: null, ...change },
});

/** 200, or the code that the decision is refused with. */
async function decide(browser: Browser, decision: object) {
  const { body, status } = await browser.post(`${AUTHORIZATIONS}/decide`, decision);
  return Refusal.safeParse(body).data?.error.code ?? status;
}

async function signIn(browser: Browser, { email, password }: Person) {
  await browser.post("/api/v1/auth/sign-in/email", { email, password });
  return browser;
}

test("where the access goes is no host, if an app on the person's machine takes it", async () => {
  const redirect_uri = "com.example.app://claude.ai/callback";
  const clientId = await registerClient({ redirect_uris: [redirect_uri] });
  const ann = await createPerson();
  await ann.createOrganization();
  const { query } = newAuthorization(clientId, { redirect_uri });
  expect(await openConsent(ann, query)).toMatchObject({
    client: { isLocal: true, redirectHost: "com.example.app:" },
  });
});

test("approving sends the code to the client with its state and who issued it", async () => {
  const { ann, handle, organization, parameters } = await open();
  const { body } = await ann.browser.post(`${AUTHORIZATIONS}/decide`, approval(handle, organization));
  const to = new URL(Redirect.parse(body).to);
  expect(to.href.startsWith(`${REDIRECT}?`)).toBe(true);
  expect(toAnswer(to)).toEqual({ code: expect.any(String), state: parameters.state, iss: ISSUER });
});

test("denying tells the client so, and gives it nothing", async () => {
  const { ann, handle, parameters } = await open();
  const { body } = await ann.browser.post(`${AUTHORIZATIONS}/decide`, { decision: "deny", handle });
  const to = new URL(Redirect.parse(body).to);
  expect(to.href.startsWith(`${REDIRECT}?`)).toBe(true);
  expect(toAnswer(to)).toEqual({ error: "access_denied", state: parameters.state, iss: ISSUER });
});

test("a page decides once, and of two decisions at the same moment exactly one passes", async () => {
  const { ann, handle, organization } = await open();
  holdUp("decrypt");
  const [approve, deny] = [approval(handle, organization), { decision: "deny", handle }];
  const answers = await Promise.all(
    [approve, deny, approve].map((decision) => decide(ann.browser, decision)),
  );
  expect(answers.sort()).toEqual([200, "invalid_authorization", "invalid_authorization"]);
  expect(await decide(ann.browser, approve)).toBe("invalid_authorization");
});

test("a page that was opened in another session decides nothing", async () => {
  const { ann, handle, organization } = await open();
  await ann.browser.post("/api/v1/auth/sign-out");
  await signIn(ann.browser, ann);
  expect(await decide(ann.browser, approval(handle, organization))).toBe("invalid_authorization");
});

test("a page that was opened in another browser decides nothing, and still does where it was", async () => {
  const { ann, handle, organization } = await open();
  const other = await signIn(createBrowser(), ann);
  expect(await decide(other, approval(handle, organization))).toBe("invalid_authorization");
  expect(await decide(other, { decision: "deny", handle })).toBe("invalid_authorization");
  expect(await decide(ann.browser, approval(handle, organization))).toBe(200);
});

test("a page of somebody else's decides nothing", async () => {
  const { ann, handle, organization } = await open();
  const ben = await createMember(ann, organization, "admin");
  await openAs(ben);
  expect(await decide(ben.browser, approval(handle, organization))).toBe("invalid_authorization");
});

test("a page decides for ten minutes", async () => {
  const { ann, handle, organization } = await open();
  passTime(11 * 60_000);
  expect(await decide(ann.browser, approval(handle, organization))).toBe("invalid_authorization");
});

test("an invented handle opens nothing", async () => {
  const { ann, organization } = await open();
  for (const handle of ["", "x", "x".repeat(200)]) {
    expect(await decide(ann.browser, approval(handle, organization))).toBe("invalid_authorization");
  }
});

test("nobody decides without a session, and no other site for anybody", async () => {
  const { ann, handle, organization } = await open();
  expect(await decide(createBrowser(), approval(handle, organization))).toBe("not_signed_in");
  const evil = ann.browser.from("https://evil.example.org");
  const { status } = await evil.send("POST", `${AUTHORIZATIONS}/decide`, approval(handle, organization));
  expect(status).toBe(403);
  expect(await decide(ann.browser, approval(handle, organization))).toBe(200);
});

test("nobody grants what their role does not include", async () => {
  const { ann, organization } = await open();
  const viewer = await createMember(ann, organization, "viewer");
  const read = await openAs(viewer);
  expect(await decide(viewer.browser, approval(read.handle, organization))).toBe(200);
  const write = await openAs(viewer);
  const scopes = ["read", "write"];
  expect(await decide(viewer.browser, approval(write.handle, organization, { scopes }))).toBe(
    "role_not_sufficient",
  );
  const auditor = await createMember(ann, organization, "auditor");
  const { handle } = await openAs(auditor);
  expect(await decide(auditor.browser, approval(handle, organization))).toBe("role_not_sufficient");
});

test("nobody lets an assistant into an organization that is not theirs", async () => {
  const { ann, handle } = await open();
  const stranger = await (await createPerson()).createOrganization();
  expect(await decide(ann.browser, approval(handle, stranger))).toBe("not_found");
  const { query } = newAuthorization(await registerClient());
  const opened = await openConsent(ann, query, stranger);
  expect(opened).not.toMatchObject({ organization: { id: stranger } });
});

test("an organization that asks more of the person does not keep them from another", async () => {
  const ann = await createPerson();
  const strict = await ann.createOrganization("Strict");
  const { query } = newAuthorization(await registerClient());
  const demand = database.prepare("update organizations set require_two_factor = 1 where id = ?");
  await demand.bind(strict).run();
  const asks = (organization?: string) => openConsent(ann, query, organization);
  await expect(asks()).rejects.toThrow("two_factor_required");
  const other = await ann.createOrganization("Other");
  const switched = await ann.browser.send("PUT", "/api/v1/session/organization", { organization: strict });
  expect(switched.status).toBe(204);
  expect(await asks()).toMatchObject({ organization: { id: other } });
  await expect(asks(strict)).rejects.toThrow("two_factor_required");
});

test("a toolset that nobody knows and a connection of another organization are refused", async () => {
  const elsewhere = await getOnlyConnection(await createOrganization());
  const wrong: [object, string][] = [
    [{ toolsets: ["nonsense"] }, "invalid_request"],
    [{ toolsets: [] }, "invalid_request"],
    [{ scopes: ["admin"] }, "invalid_request"],
    [{ scopes: [] }, "invalid_request"],
    [{ connections: [] }, "invalid_request"],
    [{ connections: [elsewhere.id] }, "not_found"],
  ];
  const { ann, organization } = await open();
  for (const [change, code] of wrong) {
    const { handle } = await openAs(ann);
    expect([change, await decide(ann.browser, approval(handle, organization, change))]).toEqual([
      change,
      code,
    ]);
  }
  const { body } = await ann.browser.get(`/api/v1/organizations/${organization}/grants`);
  expect(body).toEqual({ grants: [] });
});

test("a client whose registration ended while the page was open is not let in", async () => {
  const { ann, clientId, handle, organization } = await open();
  await database.prepare("delete from oauth_records where key = ?").bind(`client:${clientId}`).run();
  expect(await decide(ann.browser, approval(handle, organization))).toBe("invalid_authorization");
});
