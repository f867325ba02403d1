import { expect, test } from "vitest";
import { readMail } from "#tests/mailbox.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";
import { advanceClock } from "#tests/sandbox.ts";

const ORGANIZATIONS = "/api/v1/organizations";
type Listed = { organizations: { id: string; name: string; role: string; state: string }[] };
type Row = { action: string; result: string; target?: string; ip?: string };

async function createOwner(name = "Harbour") {
  const owner = await createPerson();
  const id = await owner.createOrganization(name);
  const base = `${ORGANIZATIONS}/${id}`;
  const key = (await owner.browser.post(`${base}/keys`, { name: "Office" })).body as { secret: string };
  const statusOf = async () => (await callRest(key.secret, "get_connection_status")).status;
  return { owner, id, base, statusOf, confirm: { name } };
}

test("a person makes organizations, and sees only the ones that they are in", async () => {
  const { owner, id } = await createOwner("Küste & Meer");
  const { organizations } = (await owner.browser.get(ORGANIZATIONS)).body as Listed;
  expect(organizations).toMatchObject([{ id, name: "Küste & Meer", role: "owner", state: "active" }]);
  const stranger = await createPerson();
  expect((await stranger.browser.get(ORGANIZATIONS)).body).toEqual({ organizations: [] });
});

test.each(["", "x".repeat(10_000), "a\u0000b", 42])("an organization is not called %j", async (name) => {
  const { browser } = await createPerson();
  const { status, body } = await browser.post(ORGANIZATIONS, { name });
  expect([status, body]).toMatchObject([400, { error: { code: "invalid_request" } }]);
});

test("a person makes at most ten organizations a day", async () => {
  const { browser } = await createPerson();
  const answers = [];
  for (let count = 0; count < 11; count += 1)
    answers.push(await browser.post(ORGANIZATIONS, { name: "Another" }));
  expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
});

test("script in a name stays text", async () => {
  const { owner, base } = await createOwner("<script>alert(1)</script>");
  expect((await owner.browser.get(base)).body).toMatchObject({ name: "<script>alert(1)</script>" });
});

test("an owner renames the organization and its address; a taken or odd address is refused", async () => {
  const { owner, base } = await createOwner();
  const other = await createOwner();
  const slug = `harbour-${crypto.randomUUID().slice(0, 8)}`;
  expect((await owner.browser.send("PATCH", base, { name: "Coast", slug })).status).toBe(204);
  expect((await owner.browser.get(base)).body).toMatchObject({ name: "Coast", slug });
  expect((await owner.browser.send("PATCH", base, { locale: "de-AT" })).status).toBe(204);
  expect((await owner.browser.get(base)).body).toMatchObject({ locale: "de-AT" });
  expect((await owner.browser.send("PATCH", base, { locale: "nonsense" })).status).toBe(400);
  const taken = await other.owner.browser.send("PATCH", other.base, { slug });
  expect([taken.status, taken.body]).toMatchObject([409, { error: { code: "conflict", whoCanFix: "you" } }]);
  for (const odd of ["Ä", "admin", "a", "-a-", "x".repeat(61)]) {
    expect((await owner.browser.send("PATCH", base, { slug: odd })).status).toBe(400);
  }
  expect((await owner.browser.send("PATCH", base, {})).status).toBe(400);
});

test("a session switches between organizations, and never into another's", async () => {
  const { owner, id } = await createOwner();
  const other = await createOwner();
  const switchTo = (organization: string) =>
    owner.browser.send("PUT", "/api/v1/session/organization", { organization });
  expect((await owner.browser.get("/api/v1/session")).body).toMatchObject({ organization: null });
  expect((await switchTo(other.id)).status).toBe(404);
  expect((await switchTo(id)).status).toBe(204);
  expect((await owner.browser.get("/api/v1/session")).body).toMatchObject({
    user: { email: owner.email, hasTwoFactor: false },
    organization: { id, role: "owner" },
  });
});

test("a deleted organization is shut at once, can be exported and restored, and its keys work again", async () => {
  const { owner, base, statusOf, confirm } = await createOwner();
  expect((await owner.browser.send("DELETE", base, { name: "Harbor" })).status).toBe(400);
  expect(await statusOf()).toBe(200);
  const { body, status } = await owner.browser.send("DELETE", base, confirm);
  expect([status, body]).toMatchObject([200, { deletesAt: expect.any(Number), exportUrl: `${base}/export` }]);
  expect(await statusOf()).toBe(403);
  const shut = await owner.browser.get(`${base}/keys`);
  expect([shut.status, shut.body]).toMatchObject([403, { error: { code: "organization_closed" } }]);
  expect((await owner.browser.get(base)).body).toMatchObject({ state: "deleting" });
  expect((await owner.browser.get(`${base}/export`)).status).toBe(200);
  expect((await owner.browser.post(`${base}/restore`)).status).toBe(204);
  expect(await statusOf()).toBe(200);
});

test("after 30 days a deleted organization cannot be restored, and its owner was told in time", async () => {
  const { owner, base, statusOf, confirm } = await createOwner();
  await owner.browser.send("DELETE", base, confirm);
  expect((await readMail(owner.email)).some(({ subject }) => /delet/i.test(subject))).toBe(true);
  await advanceClock("31d");
  expect((await owner.browser.post(`${base}/restore`)).status).toBe(403);
  expect(await statusOf()).toBe(403);
});

test("only an owner deletes, and what admins try is refused", async () => {
  const { owner, id, base, statusOf, confirm } = await createOwner();
  const admin = await createMember(owner, id, "admin");
  expect((await admin.browser.send("DELETE", base, confirm)).status).toBe(403);
  expect(await statusOf()).toBe(200);
});

test("signing in and every change of the organization are in its log, with from where", async () => {
  const { owner, base } = await createOwner();
  await owner.browser.send("PATCH", base, { name: "Coast" });
  await owner.browser.post("/api/v1/auth/sign-out");
  await owner.browser.post("/api/v1/auth/sign-in/email", { email: owner.email, password: owner.password });
  const { rows } = (await owner.browser.get(`${base}/activity`)).body as { rows: Row[] };
  const done = rows.map(({ action, result }) => `${action} ${result}`);
  expect(done).toEqual(expect.arrayContaining(["organization/update started", "organization/update ok"]));
  expect(rows.find(({ action }) => action === "sign_in")).toMatchObject({
    result: "ok",
    target: owner.userId,
    ip: expect.stringMatching(/^2001:db8:/),
  });
});
