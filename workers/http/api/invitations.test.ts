import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { readMail } from "#tests/mailbox.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson, invite } from "#tests/person.ts";
import { advanceClock } from "#tests/sandbox.ts";

async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  const sendTo = (email: string, role = "member") =>
    owner.browser.post(`${base}/invitations`, { email, role });
  return { owner, id, base, sendTo };
}

const toPath = (invitation: string) => `/api/v1/invitations/${invitation}`;
const mailsTo = async (email: string) =>
  (await readMail(email)).filter(({ subject }) => subject.includes("invites you")).length;

test("an invitation is read and accepted by whom it is for, once", async () => {
  const { owner, id } = await createOwner();
  const person = await createPerson();
  const invitation = await invite(owner, id, person.email, "viewer");
  expect((await person.browser.get(toPath(invitation))).body).toMatchObject({
    organizationId: id,
    organizationName: "Test organization",
    role: "viewer",
    inviter: "Ann Example",
  });
  expect((await person.browser.get("/api/v1/invitations")).body).toMatchObject({
    invitations: [{ id: invitation }],
  });
  expect((await person.browser.post(`${toPath(invitation)}/accept`)).status).toBe(200);
  expect((await person.browser.post(`${toPath(invitation)}/accept`)).status).toBe(404);
  expect((await person.browser.get("/api/v1/invitations")).body).toEqual({ invitations: [] });
});

test("accepted twice at once it makes one member", async () => {
  const { owner, id, base } = await createOwner();
  const person = await createPerson();
  const path = `${toPath(await invite(owner, id, person.email, "member"))}/accept`;
  const answers = await Promise.all([1, 2, 3].map(() => person.browser.post(path)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  expect((await owner.browser.get(`${base}/members`)).body).toMatchObject({ members: { length: 2 } });
});

test("an invitation for another address is not there, neither to read nor to accept", async () => {
  const { owner, id } = await createOwner();
  const [person, thief] = [await createPerson(), await createPerson()];
  const invitation = await invite(owner, id, person.email, "admin");
  expect((await thief.browser.get(toPath(invitation))).status).toBe(404);
  expect((await thief.browser.post(`${toPath(invitation)}/accept`)).status).toBe(404);
  expect((await thief.browser.post(`${toPath(invitation)}/decline`)).status).toBe(404);
  expect((await person.browser.post(`${toPath(invitation)}/accept`)).status).toBe(200);
});

test("who has the link reads who invites where before signing in, and nothing of whom it is for", async () => {
  const { owner, id, base } = await createOwner();
  const invitation = await invite(owner, id, "somebody@example.com", "viewer");
  const stranger = createBrowser();
  expect((await stranger.get(`${toPath(invitation)}/card`)).body).toEqual({
    organizationName: "Test organization",
    role: "viewer",
    inviter: "Ann Example",
  });
  await owner.browser.send("DELETE", `${base}/invitations/${invitation}`);
  expect((await stranger.get(`${toPath(invitation)}/card`)).status).toBe(404);
});

test("an invitation ends after a week; sent again, it opens once more", async () => {
  const { owner, id, base } = await createOwner();
  const person = await createPerson();
  const invitation = await invite(owner, id, person.email, "member");
  await advanceClock("8d");
  const late = await person.browser.post(`${toPath(invitation)}/accept`);
  expect([late.status, late.body]).toMatchObject([
    400,
    { error: { code: "invalid_token", whoCanFix: "owner" } },
  ]);
  expect((await owner.browser.post(`${base}/invitations/${invitation}/resend`)).status).toBe(204);
  expect(await mailsTo(person.email)).toBe(2);
  expect((await person.browser.post(`${toPath(invitation)}/accept`)).status).toBe(200);
});

test("a revoked invitation, a declined one and one that was replaced open nothing", async () => {
  const { owner, id, base } = await createOwner();
  const person = await createPerson();
  const revoked = await invite(owner, id, person.email, "member");
  expect((await owner.browser.send("DELETE", `${base}/invitations/${revoked}`)).status).toBe(204);
  const declined = await invite(owner, id, person.email, "member");
  expect((await person.browser.post(`${toPath(declined)}/decline`)).status).toBe(204);
  const replaced = await invite(owner, id, person.email, "admin");
  await invite(owner, id, person.email, "viewer");
  for (const invitation of [revoked, declined, replaced]) {
    expect((await person.browser.post(`${toPath(invitation)}/accept`)).status).toBe(404);
    expect((await owner.browser.post(`${base}/invitations/${invitation}/resend`)).status).toBe(404);
  }
  expect((await owner.browser.get(`${base}/invitations`)).body).toMatchObject({ invitations: { length: 1 } });
});

test("members cannot be invited again, and odd addresses and roles are refused", async () => {
  const { owner, id, sendTo } = await createOwner();
  const member = await createMember(owner, id, "member");
  expect((await sendTo(member.email.toUpperCase())).status).toBe(409);
  for (const [email, role] of [
    ["nobody", "member"],
    ["", "member"],
    ["x@example.com", "emperor"],
  ] as const) {
    expect((await sendTo(email, role)).status).toBe(400);
  }
});

test("the plan's members, invited ones counted, are the limit that the receipt names", async () => {
  const { sendTo } = await createOwner();
  for (let count = 0; count < 4; count += 1) {
    expect((await sendTo(`${crypto.randomUUID()}@example.com`)).status).toBe(201);
  }
  const { status, body } = await sendTo(`${crypto.randomUUID()}@example.com`);
  expect([status, body]).toMatchObject([402, { error: { code: "plan_limit_reached", limit: 5, used: 5 } }]);
});

test("somebody who was removed and comes back finds their old key dead", async () => {
  const { owner, id, base } = await createOwner();
  const member = await createMember(owner, id, "member");
  const key = (await member.browser.post(`${base}/keys`, { name: "Laptop" })).body as { secret: string };
  await owner.browser.send("DELETE", `${base}/members/${member.userId}`);
  const invitation = await invite(owner, id, member.email, "member");
  expect((await member.browser.post(`${toPath(invitation)}/accept`)).status).toBe(200);
  expect((await callRest(key.secret, "get_connection_status")).status).toBe(401);
});

test("another organization's invitation cannot be sent again or revoked", async () => {
  const [mine, theirs] = [await createOwner(), await createOwner()];
  const person = await createPerson();
  const invitation = await invite(theirs.owner, theirs.id, person.email, "member");
  const path = `${mine.base}/invitations/${invitation}`;
  expect((await mine.owner.browser.send("DELETE", path)).status).toBe(404);
  expect((await mine.owner.browser.post(`${path}/resend`)).status).toBe(404);
  expect((await person.browser.post(`${toPath(invitation)}/accept`)).status).toBe(200);
});

test("invitations made at once are no more than the plan has room for", async () => {
  const { sendTo } = await createOwner();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => sendTo(`${crypto.randomUUID()}@example.com`)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
});

test("an expired invitation that is sent again needs a place", async () => {
  const { owner, id, base, sendTo } = await createOwner();
  const person = await createPerson();
  const old = await invite(owner, id, person.email, "member");
  await advanceClock("8d");
  for (let count = 0; count < 4; count += 1) await sendTo(`${crypto.randomUUID()}@example.com`);
  const { status, body } = await owner.browser.post(`${base}/invitations/${old}/resend`);
  expect([status, body]).toMatchObject([402, { error: { code: "plan_limit_reached", limit: 5 } }]);
});

test("nobody comes in on the word of somebody who was removed or lost their role", async () => {
  const { owner, id, base } = await createOwner();
  const heir = await createMember(owner, id, "admin");
  await owner.browser.send("PATCH", `${base}/members/${heir.userId}`, { role: "owner" });
  const [friend, other] = [await createPerson(), await createPerson()];
  const first = await invite(heir, id, friend.email, "owner");
  await owner.browser.send("PATCH", `${base}/members/${heir.userId}`, { role: "admin" });
  expect((await friend.browser.post(`${toPath(first)}/accept`)).status).toBe(404);
  const second = await invite(heir, id, other.email, "admin");
  await owner.browser.send("DELETE", `${base}/members/${heir.userId}`);
  expect((await other.browser.post(`${toPath(second)}/accept`)).status).toBe(404);
});

test("an admin neither sends again nor revokes an invitation for an owner", async () => {
  const { owner, id, base } = await createOwner();
  const admin = await createMember(owner, id, "admin");
  const invitation = await invite(owner, id, `${crypto.randomUUID()}@example.com`, "owner");
  expect((await admin.browser.post(`${base}/invitations/${invitation}/resend`)).status).toBe(403);
  expect((await admin.browser.send("DELETE", `${base}/invitations/${invitation}`)).status).toBe(403);
});

test("an organization that began closing meanwhile takes nobody in", async () => {
  const { owner, id, base } = await createOwner();
  const person = await createPerson();
  const invitation = await invite(owner, id, person.email, "member");
  await owner.browser.send("DELETE", base, { name: "Test organization" });
  expect((await person.browser.post(`${toPath(invitation)}/accept`)).status).toBe(404);
});
