import { expect, test } from "vitest";
import { listDocumentedFields } from "#tests/documented.ts";
import { createMember, createPerson, type Person } from "#tests/person.ts";

async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  return { owner, id, base, clients: `${base}/clients` };
}

type Created = { id: string; secret: string };

const createKey = async ({ browser }: Person, base: string) =>
  (await browser.post(`${base}/keys`, { name: "Office" })).body as Created;

test("a client is set up, shown with the text to paste, changed and deleted", async () => {
  const { owner, base, clients } = await createOwner();
  const key = await createKey(owner, base);
  const created = await owner.browser.post(clients, { name: "Laptop", client: "claude_code", key: key.id });
  expect(created.status).toBe(201);
  const one = `${clients}/${(created.body as Created).id}`;
  const shown = await owner.browser.get(one);
  expect(shown.body).toMatchObject({
    keyState: "active",
    setup: { language: "shell", text: expect.stringContaining("latchkey-laptop https://latchkey.test/mcp") },
  });
  expect(JSON.stringify(shown.body)).not.toContain(key.secret);
  const changed = await owner.browser.send("PATCH", one, { client: "cursor" });
  expect([changed.status, changed.body]).toMatchObject([200, { client: "cursor", name: "Laptop" }]);
  await owner.browser.send("DELETE", `${base}/keys/${key.id}`);
  expect((await owner.browser.get(clients)).body).toMatchObject({ clients: [{ keyState: "revoked" }] });
  expect((await owner.browser.send("DELETE", one)).status).toBe(204);
  expect((await owner.browser.get(clients)).body).toEqual({ clients: [] });
});

test("a member sets up clients with keys of their own, and touches nobody else's", async () => {
  const { owner, id, base, clients } = await createOwner();
  const member = await createMember(owner, id, "member");
  const [ours, theirs] = [await createKey(owner, base), await createKey(member, base)];
  const configuration = { name: "Ours", client: "cursor", key: ours.id };
  expect((await member.browser.post(clients, configuration)).status).toBe(403);
  const our = (await owner.browser.post(clients, configuration)).body as Created;
  const their = await member.browser.post(clients, { name: "Theirs", client: "cursor", key: theirs.id });
  expect(their.status).toBe(201);
  const ourAddress = `${clients}/${our.id}`;
  const theirAddress = `${clients}/${(their.body as Created).id}`;
  await owner.browser.send("DELETE", `${base}/keys/${ours.id}`);
  expect((await member.browser.send("PATCH", ourAddress, { name: "Mine" })).status).toBe(403);
  expect((await member.browser.send("DELETE", ourAddress)).status).toBe(403);
  const another = await createKey(owner, base);
  expect((await member.browser.send("PATCH", theirAddress, { key: another.id })).status).toBe(403);
  expect((await member.browser.send("PATCH", theirAddress, { name: "Mine" })).status).toBe(200);
  expect((await member.browser.send("DELETE", theirAddress)).status).toBe(204);
});

test("a viewer sees the clients and sets up none", async () => {
  const { owner, id, base, clients } = await createOwner();
  const viewer = await createMember(owner, id, "viewer");
  const { id: key } = await createKey(owner, base);
  expect((await viewer.browser.get(clients)).status).toBe(200);
  expect((await viewer.browser.post(clients, { name: "Mine", client: "cursor", key })).status).toBe(403);
});

test("another organization's client is not there, whatever is asked of it", async () => {
  const [mine, theirs] = [await createOwner(), await createOwner()];
  const { id: key } = await createKey(theirs.owner, theirs.base);
  const configuration = { name: "Theirs", client: "cursor", key };
  const created = await theirs.owner.browser.post(theirs.clients, configuration);
  const one = `${mine.clients}/${(created.body as Created).id}`;
  const { browser } = mine.owner;
  const answers = [
    await browser.get(one),
    await browser.send("PATCH", one, { name: "Mine" }),
    await browser.send("DELETE", one),
    await browser.post(mine.clients, configuration),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test("the plan's limit of clients is told over the API", async () => {
  const { owner, base, clients } = await createOwner();
  const { id: key } = await createKey(owner, base);
  const create = (name: string) => owner.browser.post(clients, { name, client: "generic", key });
  for (let count = 1; count <= 10; count += 1) await create(`Client ${count}`);
  const { status, body } = await create("One more");
  expect([status, body]).toMatchObject([402, { error: { code: "plan_limit_reached", limit: 10, used: 10 } }]);
});

test("a client configuration has the fields that the API's document says", async () => {
  const { owner, base, clients } = await createOwner();
  const { id: key } = await createKey(owner, base);
  const { body } = await owner.browser.post(clients, { name: "Laptop", client: "cursor", key });
  expect(Object.keys(body as object).sort()).toEqual(listDocumentedFields("ClientConfiguration"));
});
