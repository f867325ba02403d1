import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getOrganization } from "#organization/get-organization.ts";
import { database } from "#tests/database.ts";
import { createUser, listRowsOf } from "#tests/directory.ts";
import { getValue } from "#tests/organization.ts";
import { codeOf } from "#tests/refusal.ts";
import { createFirstOrganization } from "./create-first-organization.ts";
import { createOrganization } from "./create-organization.ts";

const NOW = Date.UTC(2027, 2, 10);

const listOf = async (userId: string) => {
  const query = `select organizations.id, name, slug, state, role from members
    join organizations on organizations.id = organization_id where user_id = ?`;
  return (await database.prepare(query).bind(userId).all()).results;
};

test("a new organization is active, and its maker is the owner and can make keys", async () => {
  const owner = await createUser();
  const context = { env, now: NOW, ownerId: owner.id };
  const id = await createOrganization(context, { name: " Küste & Meer " });
  expect(await listOf(owner.id)).toEqual([
    { id, name: "Küste & Meer", slug: expect.stringMatching(/^kuste-meer-/), state: "active", role: "owner" },
  ]);
  expect(Object.keys(await listRowsOf(id)).sort()).toEqual([
    "billing_accounts",
    "data_keys",
    "members",
    "organizations",
  ]);
  const by = { actor: `user:${owner.id}` } as const;
  const { secret } = getValue(await getOrganization(env, id).createKey(by, { name: "First" }));
  expect(getValue(await getOrganization(env, id).identify(secret))).toMatchObject({ id, scopes: ["read"] });
});

test("a slug belongs to one organization only, and whoever comes second leaves nothing", async () => {
  const slug = `homes-${crypto.randomUUID().slice(0, 8)}`;
  const owners = [await createUser(), await createUser()];
  const makings = await Promise.allSettled(
    owners.map(({ id }) => createOrganization({ env, now: NOW, ownerId: id }, { name: "Homes", slug })),
  );
  const refused = makings.filter((making) => making.status === "rejected");
  expect(refused.map(({ reason }) => reason.code)).toEqual(["conflict"]);
  const made = await Promise.all(owners.map(({ id }) => listOf(id)));
  expect(made.flat()).toMatchObject([{ slug }]);
});

test.each([
  { name: " " },
  { name: "x".repeat(101) },
  { name: "Homes\u0000" },
  { name: "Homes \u202egnp" },
  { name: "Homes", slug: "admin" },
  { name: "Homes", slug: "Homes" },
])("%j is refused and makes nothing", async (input) => {
  const owner = await createUser();
  const make = () => createOrganization({ env, now: NOW, ownerId: owner.id }, input);
  expect(await codeOf(make)).toBe("invalid_request");
  expect(await listOf(owner.id)).toEqual([]);
});

test("the organization that a new user asked for is made once, however often and at once it is tried", async () => {
  const user = await createUser({ organizationName: "Homes" });
  const make = () => createFirstOrganization({ env, now: NOW }, user.id);
  await Promise.all([make(), make(), make()]);
  await make();
  expect(await listOf(user.id)).toMatchObject([{ name: "Homes", state: "active", role: "owner" }]);
});

test("nobody gets the organization they asked for on an address that is not confirmed", async () => {
  const user = await createUser({ organizationName: "Homes", isVerified: false });
  await createFirstOrganization({ env, now: NOW }, user.id);
  expect(await listOf(user.id)).toEqual([]);
});

test("an owner who is no user makes nothing at all", async () => {
  const slug = `homes-${crypto.randomUUID().slice(0, 8)}`;
  const making = createOrganization({ env, now: NOW, ownerId: "nobody" }, { name: "Homes", slug });
  await expect(making).rejects.toThrow();
  const row = await database.prepare("select id from organizations where slug = ?").bind(slug).first();
  expect(row).toBeNull();
});
