import { expect, test } from "vitest";
import { createBrowser } from "#tests/browser.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";
import { turnOnTwoFactor } from "#tests/two-factor.ts";

async function createOwner() {
  const owner = await createPerson();
  const id = await owner.createOrganization();
  const base = `/api/v1/organizations/${id}`;
  const change = (settings: object) => owner.browser.send("PATCH", `${base}/settings`, settings);
  return { owner, id, base, change };
}

test("settings are off at first, and read by every member", async () => {
  const { owner, id, base } = await createOwner();
  const viewer = await createMember(owner, id, "viewer");
  expect((await viewer.browser.get(`${base}/settings`)).body).toEqual({
    requireTwoFactor: false,
    ipAllowList: null,
    keyCreation: "members",
  });
  expect((await viewer.browser.send("PATCH", `${base}/settings`, { ipAllowList: null })).status).toBe(403);
});

test("an address list that would lock its author out is refused; one that does not shuts everybody else out, keys too", async () => {
  const { owner, id, base, change } = await createOwner();
  const member = await createMember(owner, id, "member");
  const { secret } = (await owner.browser.post(`${base}/keys`, { name: "Office" })).body as {
    secret: string;
  };
  expect((await callRest(secret, "get_connection_status")).status).toBe(200);
  const lockOut = await change({ ipAllowList: ["198.51.100.0/24"] });
  expect([lockOut.status, lockOut.body]).toMatchObject([400, { error: { code: "invalid_request" } }]);
  expect((await change({ ipAllowList: [`${owner.browser.ip}/128`, "198.51.100.0/24"] })).status).toBe(200);
  const refused = await member.browser.get(base);
  expect([refused.status, refused.body]).toMatchObject([403, { error: { code: "ip_not_allowed" } }]);
  expect((await callRest(secret, "get_connection_status")).error?.code).toBe("ip_not_allowed");
  expect((await change({ ipAllowList: null })).status).toBe(200);
  expect((await callRest(secret, "get_connection_status")).status).toBe(200);
});

test.each([[["everywhere"]], [["10.0.0.0/33"]], [[]], ["10.0.0.0/8"]])(
  "%j is no address list",
  async (ipAllowList) => {
    const { change } = await createOwner();
    expect((await change({ ipAllowList })).status).toBe(400);
  },
);

test("a second factor is required only by somebody who has one, and then of everybody", async () => {
  const { owner, id, base, change } = await createOwner();
  const member = await createMember(owner, id, "member");
  expect((await change({ requireTwoFactor: true })).status).toBe(400);
  await turnOnTwoFactor(owner);
  expect((await change({ requireTwoFactor: true })).status).toBe(200);
  const refused = await member.browser.get(base);
  expect([refused.status, refused.body]).toMatchObject([
    403,
    { error: { code: "two_factor_required", whoCanFix: "you" } },
  ]);
  await turnOnTwoFactor(member);
  expect((await member.browser.get(base)).status).toBe(200);
});

test("where administrators make the keys, members neither make nor regenerate one", async () => {
  const { owner, id, base, change } = await createOwner();
  const member = await createMember(owner, id, "member");
  const made = (await member.browser.post(`${base}/keys`, { name: "Mine" })).body as { id: string };
  expect((await change({ keyCreation: "administrators" })).status).toBe(200);
  expect((await member.browser.post(`${base}/keys`, { name: "Another" })).status).toBe(403);
  expect((await member.browser.post(`${base}/keys/${made.id}/regenerate`)).status).toBe(403);
  expect((await member.browser.send("PATCH", `${base}/keys/${made.id}`, { expiresAt: null })).status).toBe(
    403,
  );
  expect((await member.browser.send("PATCH", `${base}/keys/${made.id}`, { name: "Laptop" })).status).toBe(
    200,
  );
  expect((await member.browser.send("DELETE", `${base}/keys/${made.id}`)).status).toBe(204);
  expect((await owner.browser.post(`${base}/keys`, { name: "Ours" })).status).toBe(201);
});

test("another organization's settings stay as they are", async () => {
  const [mine, theirs] = [await createOwner(), await createOwner()];
  await mine.change({ keyCreation: "administrators" });
  expect((await theirs.owner.browser.get(`${theirs.base}/settings`)).body).toMatchObject({
    keyCreation: "members",
  });
  const stranger = createBrowser();
  expect((await stranger.get(`${theirs.base}/settings`)).status).toBe(401);
});
