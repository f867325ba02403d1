import { expect, test } from "vitest";
import { listDocumentedFields } from "#tests/documented.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";

async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  return { owner, id, base, keys: `${base}/keys` };
}

type Key = { id: string; secret: string; masked: string };

test("an owner makes a key, sees it masked, regenerates it and deletes it", async () => {
  const { owner, keys } = await createOwner();
  const created = await owner.browser.post(keys, { name: "Office" });
  expect(created.status).toBe(201);
  const { id, secret, masked } = created.body as Key;
  const listed = await owner.browser.get(keys);
  expect(listed.body).toMatchObject({ keys: [{ id, name: "Office", masked }] });
  expect(JSON.stringify(listed.body)).not.toContain(secret);
  expect((await callRest(secret, "get_connection_status")).status).toBe(200);

  const next = (await owner.browser.post(`${keys}/${id}/regenerate`)).body as Key;
  expect((await callRest(secret, "get_connection_status")).status).toBe(401);
  expect((await callRest(next.secret, "get_connection_status")).status).toBe(200);

  expect((await owner.browser.send("DELETE", `${keys}/${next.id}`)).status).toBe(204);
  expect((await callRest(next.secret, "get_connection_status")).status).toBe(401);
});

test("the sixth key is refused with the limit of the plan", async () => {
  const { owner, keys } = await createOwner();
  for (let count = 0; count < 5; count += 1) await owner.browser.post(keys, { name: `Key ${count}` });
  const { status, body } = await owner.browser.post(keys, { name: "One more" });
  expect(status).toBe(402);
  expect(body).toMatchObject({ error: { code: "plan_limit_reached", limit: 5, used: 5 } });
});

test("a member who was removed is refused on the next request", async () => {
  const { base, owner, id, keys } = await createOwner();
  const member = await createMember(owner, id, "member");
  expect((await member.browser.get(keys)).status).toBe(200);
  const removed = await owner.browser.send("DELETE", `${base}/members/${member.userId}`);
  expect(removed.status).toBe(204);
  expect((await member.browser.get(keys)).status).toBe(404);
});

test("the keys of a member who is removed or leaves die on the next request, and others live on", async () => {
  const { base, owner, id, keys } = await createOwner();
  const ours = (await owner.browser.post(keys, { name: "Ours" })).body as Key;
  for (const leave of [false, true]) {
    const member = await createMember(owner, id, "member");
    const theirs = (await member.browser.post(keys, { name: "Theirs" })).body as Key;
    expect((await callRest(theirs.secret, "get_connection_status")).status).toBe(200);
    const gone = leave
      ? await member.browser.post(`${base}/leave`)
      : await owner.browser.send("DELETE", `${base}/members/${member.userId}`);
    expect(gone.status).toBe(204);
    expect((await callRest(theirs.secret, "get_connection_status")).status).toBe(401);
  }
  expect((await callRest(ours.secret, "get_connection_status")).status).toBe(200);
});

test("a member can change the keys of their own, and nobody else's", async () => {
  const { owner, id, keys } = await createOwner();
  const ours = (await owner.browser.post(keys, { name: "Ours", scopes: ["read", "write"] })).body as Key;
  const member = await createMember(owner, id, "member");
  const theirs = (await member.browser.post(keys, { name: "Theirs" })).body as Key;
  expect((await member.browser.post(`${keys}/${ours.id}/regenerate`)).status).toBe(403);
  expect((await member.browser.send("PATCH", `${keys}/${ours.id}`, { name: "Mine" })).status).toBe(403);
  expect((await member.browser.send("DELETE", `${keys}/${ours.id}`)).status).toBe(403);
  expect((await callRest(ours.secret, "get_connection_status")).status).toBe(200);
  expect((await member.browser.send("PATCH", `${keys}/${theirs.id}`, { name: "Mine" })).status).toBe(200);
  expect((await member.browser.post(`${keys}/${theirs.id}/regenerate`)).status).toBe(201);
});

test("a key without a name is the caller's mistake", async () => {
  const { owner, keys } = await createOwner();
  const { status, body } = await owner.browser.post(keys, { name: "" });
  const error = { code: "invalid_request", message: "name: must not be empty" };
  expect([status, body]).toMatchObject([400, { error }]);
});

test("a key has the fields that the API's document says, and the names of who made it and whom it is bound to", async () => {
  const { owner, id, keys } = await createOwner();
  const member = await createMember(owner, id, "member");
  const made = await owner.browser.post(keys, { name: "Theirs", memberId: member.userId });
  const names = { createdByName: "Ann Example", memberName: "Ben Example", memberId: member.userId };
  expect(made.body).toMatchObject(names);
  const { id: key } = made.body as Key;
  const renamed = await owner.browser.send("PATCH", `${keys}/${key}`, { name: "Laptop" });
  expect(renamed.body).toMatchObject({ ...names, name: "Laptop" });
  const { body } = await owner.browser.get(keys);
  const [listed = {}] = (body as { keys: object[] }).keys;
  expect(listed).toMatchObject({ ...names, environment: "live", writes: "allowed", toolsets: null });
  expect(Object.keys(listed).sort()).toEqual(listDocumentedFields("Key"));
  await owner.browser.post(keys, { name: "Mine" });
  expect((await owner.browser.get(keys)).body).toMatchObject({ keys: [{}, { memberName: null }] });
});
