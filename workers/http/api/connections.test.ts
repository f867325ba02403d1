import { expect, test, vi } from "vitest";
import { listDocumentedFields } from "#tests/documented.ts";
import { readMail } from "#tests/mailbox.ts";
import { connectAssistant } from "#tests/oauth.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";
import { createAccount, rotateSecret } from "#tests/sandbox.ts";

async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  return { owner, id, base: `/api/v1/organizations/${id}` };
}

type Created = { id: string; secret: string };

test("sign up, connect with a wrong secret and then the right one, take a key, call a tool, be removed", async () => {
  const { owner, id, base } = await createOwner();
  const { accountId, clientSecret } = await createAccount();
  const connect = (secretKey: string) =>
    owner.browser.post(`${base}/connections`, {
      connector: "hostaway",
      credential: { accountId, secretKey },
    });
  const wrong = await connect("wrong");
  expect([wrong.status, wrong.body]).toMatchObject([409, { error: { code: "connection_invalid" } }]);
  expect((await owner.browser.get(`${base}/connections`)).body).toEqual({ connections: [] });
  const right = await connect(clientSecret);
  expect(right.status).toBe(201);
  expect(JSON.stringify(right.body)).not.toContain(clientSecret);

  const member = await createMember(owner, id, "member");
  const { secret } = (await member.browser.post(`${base}/keys`, { name: "Laptop" })).body as Created;
  expect((await callRest(secret, "get_properties")).body).toMatchObject({ total: 3 });

  const viewer = await createMember(owner, id, "viewer");
  expect((await viewer.browser.post(`${base}/keys`, { name: "Mine" })).status).toBe(403);

  await owner.browser.send("DELETE", `${base}/members/${member.userId}`);
  expect((await callRest(secret, "get_properties")).status).toBe(401);
});

test("a connection is renamed, tested, given a new secret and forgotten, and never shows its secret", async () => {
  const { owner, base } = await createOwner();
  const { accountId, clientSecret } = await createAccount();
  const credential = { accountId, secretKey: clientSecret };
  const created = await owner.browser.post(`${base}/connections`, { connector: "hostaway", credential });
  const one = `${base}/connections/${(created.body as Created).id}`;
  const answers = [
    await owner.browser.send("PATCH", one, { name: "Coast" }),
    await owner.browser.post(`${one}/test`),
    await owner.browser.send("PUT", `${one}/credential`, { credential }),
    await owner.browser.send("PUT", `${one}/members`, { members: [] }),
    await owner.browser.get(`${base}/connections`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect(answers[1]?.body).toMatchObject({ name: "Coast", state: "working" });
  expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(clientSecret);
  expect((await owner.browser.send("DELETE", one)).status).toBe(204);
  expect((await owner.browser.get(`${base}/connections`)).body).toEqual({ connections: [] });
});

test("when Hostaway refuses a credential, each owner and admin gets one mail, and nobody else", async () => {
  const { owner, id, base } = await createOwner();
  const [admin, member] = [await createMember(owner, id, "admin"), await createMember(owner, id, "member")];
  const account = await createAccount();
  const credential = { accountId: account.accountId, secretKey: account.clientSecret };
  await owner.browser.post(`${base}/connections`, { connector: "hostaway", credential });
  const { secret } = (await owner.browser.post(`${base}/keys`, { name: "Office" })).body as Created;
  await rotateSecret(account);
  for (let count = 0; count < 3; count += 1) {
    const refused = await callRest(secret, "get_properties", { fresh: true });
    expect(refused.error?.code).toBe("connection_invalid");
  }
  const refusals = async (to: string) =>
    (await readMail(to)).filter(({ subject }) => subject.includes("Hostaway"));
  for (const { email } of [owner, admin]) await vi.waitUntil(async () => (await refusals(email)).length > 0);
  expect(await refusals(owner.email)).toHaveLength(1);
  expect(await refusals(admin.email)).toHaveLength(1);
  expect(await refusals(member.email)).toHaveLength(0);
});

test("another organization's connection is not there, whatever is asked of it", async () => {
  const [mine, theirs] = [await createOwner(), await createOwner()];
  const { accountId, clientSecret } = await createAccount();
  const credential = { accountId, secretKey: clientSecret };
  const created = await theirs.owner.browser.post(`${theirs.base}/connections`, {
    connector: "hostaway",
    credential,
  });
  const one = `${mine.base}/connections/${(created.body as Created).id}`;
  const answers = [
    await mine.owner.browser.send("PATCH", one, { name: "Mine" }),
    await mine.owner.browser.post(`${one}/test`),
    await mine.owner.browser.send("PUT", `${one}/credential`, { credential }),
    await mine.owner.browser.send("DELETE", one),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test("a connection has the fields that the API's document says, with whom it is shared", async () => {
  const { owner, id, base } = await createOwner();
  const member = await createMember(owner, id, "member");
  const { accountId, clientSecret } = await createAccount();
  const credential = { accountId, secretKey: clientSecret };
  const { body } = await owner.browser.post(`${base}/connections`, { connector: "hostaway", credential });
  expect(Object.keys(body as object).sort()).toEqual(listDocumentedFields("Connection"));
  const { id: connection } = body as Created;
  await owner.browser.send("PUT", `${base}/connections/${connection}/members`, { members: [member.userId] });
  expect((await owner.browser.get(`${base}/connections`)).body).toMatchObject({
    connections: [{ sharedWith: [member.userId], lastError: null }],
  });
});

test("whoever disconnects an account sees before which keys and clients lose it", async () => {
  const { owner, id, base } = await createOwner();
  const { accountId, clientSecret } = await createAccount();
  const credential = { accountId, secretKey: clientSecret };
  const created = await owner.browser.post(`${base}/connections`, { connector: "hostaway", credential });
  const one = `${base}/connections/${(created.body as Created).id}`;
  const office = (await owner.browser.post(`${base}/keys`, { name: "Office" })).body as Created;
  await owner.browser.post(`${base}/clients`, { name: "Laptop", client: "cursor", key: office.id });
  const member = await createMember(owner, id, "member");
  const own = (await member.browser.post(`${base}/keys`, { name: "Hers" })).body as Created;
  await connectAssistant(owner, id);
  const dependents = async () => (await owner.browser.get(`${one}/dependents`)).body;
  expect(await dependents()).toMatchObject({
    keys: [{ id: office.id, name: "Office" }, { id: own.id }],
    grants: [{ name: "Test assistant" }],
    clients: [{ name: "Laptop" }],
    isBilled: true,
  });
  await owner.browser.send("PUT", `${one}/members`, { members: [] });
  expect(await dependents()).toMatchObject({ keys: [{ id: office.id }] });
  expect((await member.browser.get(`${one}/dependents`)).status).toBe(403);
});

test("what is wrong with a credential is said of the field as the body has it", async () => {
  const { owner, base } = await createOwner();
  const credential = { accountId: "many", secretKey: "hunter2" };
  const { body } = await owner.browser.post(`${base}/connections`, { connector: "hostaway", credential });
  expect(body).toMatchObject({
    error: { message: expect.stringMatching(/^credential\.accountId: is a number/) },
  });
});
