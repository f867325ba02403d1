import { expect, test } from "vitest";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson, type Person } from "#tests/person.ts";
import { createAccount } from "#tests/sandbox.ts";

async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  const setRole = (by: Person, { userId }: Person, role: string) =>
    by.browser.send("PATCH", `${base}/members/${userId}`, { role });
  return { owner, id, base, setRole };
}

type Members = { members: { email: string; role: string; connectors: string[] | null }[] };
type Key = { secret: string };

const makeKey = async ({ browser }: Person, base: string) =>
  ((await browser.post(`${base}/keys`, { name: "Laptop" })).body as Key).secret;

test("members are listed with their roles, longest there first", async () => {
  const { owner, id, base } = await createOwner();
  const viewer = await createMember(owner, id, "viewer");
  const { members } = (await viewer.browser.get(`${base}/members`)).body as Members;
  expect(members.map(({ email, role }) => [email, role])).toEqual([
    [owner.email, "owner"],
    [viewer.email, "viewer"],
  ]);
});

test("a member who becomes an auditor loses what their key could do on its next call, and gets it back", async () => {
  const { owner, id, base, setRole } = await createOwner();
  const member = await createMember(owner, id, "member");
  const secret = await makeKey(member, base);
  const call = async () => (await callRest(secret, "get_connection_status")).status;
  expect(await call()).toBe(200);
  expect((await setRole(owner, member, "auditor")).status).toBe(204);
  expect(await call()).toBe(403);
  expect((await member.browser.get(`${base}/keys`)).status).toBe(403);
  expect((await setRole(owner, member, "viewer")).status).toBe(204);
  expect(await call()).toBe(200);
});

test("nobody raises themselves, and admins neither make, change nor remove owners", async () => {
  const { owner, id, base, setRole } = await createOwner();
  const [admin, member] = [await createMember(owner, id, "admin"), await createMember(owner, id, "member")];
  expect((await setRole(member, member, "owner")).status).toBe(403);
  expect((await setRole(admin, admin, "owner")).status).toBe(403);
  expect((await setRole(admin, owner, "viewer")).status).toBe(403);
  expect((await admin.browser.send("DELETE", `${base}/members/${owner.userId}`)).status).toBe(403);
  const invited = { email: "boss@example.com", role: "owner" };
  expect((await admin.browser.post(`${base}/invitations`, invited)).status).toBe(403);
  expect((await admin.browser.post(`${base}/transfer`, { member: admin.userId })).status).toBe(403);
});

test("the last owner neither leaves, is removed nor steps down; with a second one all of it works", async () => {
  const { owner, id, base, setRole } = await createOwner();
  const secret = await makeKey(owner, base);
  const refused = [
    await owner.browser.post(`${base}/leave`),
    await owner.browser.send("DELETE", `${base}/members/${owner.userId}`),
    await setRole(owner, owner, "admin"),
  ];
  expect(refused.map(({ status }) => status)).toEqual([409, 409, 409]);
  expect((await callRest(secret, "get_connection_status")).status).toBe(200);
  const heir = await createMember(owner, id, "admin");
  expect((await setRole(owner, heir, "owner")).status).toBe(204);
  expect((await owner.browser.post(`${base}/leave`)).status).toBe(204);
  expect((await callRest(secret, "get_connection_status")).status).toBe(401);
  expect((await owner.browser.get(base)).status).toBe(404);
});

test("two owners who leave at once do not both get out", async () => {
  const { owner, id, base, setRole } = await createOwner();
  const heir = await createMember(owner, id, "admin");
  await setRole(owner, heir, "owner");
  const answers = await Promise.all([owner, heir].map(({ browser }) => browser.post(`${base}/leave`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test("ownership is handed over: the heir is owner, the giver admin", async () => {
  const { owner, id, base } = await createOwner();
  const heir = await createMember(owner, id, "viewer");
  expect((await owner.browser.post(`${base}/transfer`, { member: "nobody" })).status).toBe(404);
  expect((await owner.browser.post(`${base}/transfer`, { member: owner.userId })).status).toBe(409);
  expect((await owner.browser.post(`${base}/transfer`, { member: heir.userId })).status).toBe(204);
  const { members } = (await heir.browser.get(`${base}/members`)).body as Members;
  expect(members.map(({ role }) => role)).toEqual(["admin", "owner"]);
});

test("a member is kept to some connectors, and what is no connector is refused", async () => {
  const { owner, id, base } = await createOwner();
  const member = await createMember(owner, id, "member");
  const one = `${base}/members/${member.userId}`;
  expect((await owner.browser.send("PATCH", one, { connectors: [] })).status).toBe(204);
  const { members } = (await owner.browser.get(`${base}/members`)).body as Members;
  expect(members.map(({ connectors }) => connectors)).toEqual([null, []]);
  expect((await owner.browser.send("PATCH", one, { connectors: ["telnet"] })).status).toBe(400);
  expect((await owner.browser.send("PATCH", one, { role: "emperor" })).status).toBe(400);
});

test("members of another organization are not there, whoever asks for them", async () => {
  const [mine, theirs] = [await createOwner(), await createOwner()];
  const victim = await createMember(theirs.owner, theirs.id, "member");
  expect((await mine.setRole(mine.owner, victim, "viewer")).status).toBe(404);
  const removed = await mine.owner.browser.send("DELETE", `${mine.base}/members/${victim.userId}`);
  expect(removed.status).toBe(404);
  expect((await victim.browser.get(theirs.base)).body).toMatchObject({ role: "member" });
});

test("an owner's word and an admin's at the same moment: what was judged of a member must still be so", async () => {
  const { owner, id, setRole } = await createOwner();
  const [admin, member] = [await createMember(owner, id, "admin"), await createMember(owner, id, "member")];
  const [raised, lowered] = await Promise.all([
    setRole(owner, member, "owner"),
    setRole(admin, member, "viewer"),
  ]);
  expect([raised.status, lowered.status].sort()).not.toEqual([204, 204]);
});

test("nobody but an owner changes what they themselves may do", async () => {
  const { owner, id, base } = await createOwner();
  const admin = await createMember(owner, id, "admin");
  const one = `${base}/members/${admin.userId}`;
  expect((await owner.browser.send("PATCH", one, { connectors: [] })).status).toBe(204);
  expect((await admin.browser.send("PATCH", one, { connectors: null })).status).toBe(403);
});

test("a member who is refused is in the log, and of a flood of refusals only the first", async () => {
  const { owner, id, base } = await createOwner();
  const viewer = await createMember(owner, id, "viewer");
  for (let count = 0; count < 5; count += 1) await viewer.browser.post(`${base}/keys`, { name: "Mine" });
  const { body } = await owner.browser.get(`${base}/activity?action=authorize`);
  expect(body).toMatchObject({
    rows: [{ actor: `user:${viewer.userId}`, target: "key:write", result: "role_not_sufficient" }],
  });
  expect(body).toMatchObject({ rows: { length: 1 } });
});

test("a connection that is shared with some is shut to the key of an admin who no longer is one", async () => {
  const { owner, id, base, setRole } = await createOwner();
  const admin = await createMember(owner, id, "admin");
  const { accountId, clientSecret } = await createAccount();
  const credential = { accountId, secretKey: clientSecret };
  const connected = await owner.browser.post(`${base}/connections`, { connector: "hostaway", credential });
  const { id: connection } = connected.body as { id: string };
  const share = (members: string[]) =>
    owner.browser.send("PUT", `${base}/connections/${connection}/members`, { members });
  expect((await share(["nobody"])).status).toBe(400);
  expect((await share([owner.userId])).status).toBe(200);
  const secret = await makeKey(admin, base);
  const call = async () => (await callRest(secret, "get_properties")).status;
  expect(await call()).toBe(200);
  expect((await setRole(owner, admin, "member")).status).toBe(204);
  expect(await call()).toBe(403);
  await share([owner.userId, admin.userId]);
  expect(await call()).toBe(200);
  await owner.browser.send("DELETE", `${base}/members/${admin.userId}`);
  const { body } = await owner.browser.get(`${base}/connections`);
  expect(body).toMatchObject({ connections: [{ sharedWith: [owner.userId] }] });
});
