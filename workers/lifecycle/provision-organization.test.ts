import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { toEntitlement } from "#billing/to-entitlement.ts";
import { createOrganization } from "#directory/create-organization.ts";
import { forOrganization } from "#directory/directory.ts";
import { toSlug } from "#directory/slug.ts";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { database } from "#tests/database.ts";
import { getReceipt, getValue } from "#tests/organization.ts";
import { codeOf } from "#tests/refusal.ts";
import { provisionOrganization } from "./provision-organization.ts";

const NOW = Date.UTC(2027, 2, 10);

/** One that is in the Directory, and not alive yet. */
async function createFresh() {
  const id = newId("org");
  const { keyRing } = getConfig(env);
  await createOrganization({ db: env.DB, keyRing, now: NOW }, { id, name: "Fresh", slug: toSlug("Fresh") });
  const directory = forOrganization(env.DB, id);
  return {
    id,
    directory,
    findDataKey: () => directory.findDataKey(keyRing),
    provision: () => provisionOrganization(env, id),
    object: getOrganization(env, id),
  };
}

test("provisioning makes an active organization that keys can be made for", async () => {
  const { directory, object, provision } = await createFresh();
  expect(await directory.findOrganization()).toMatchObject({ state: "provisioning" });
  expect(getReceipt(await object.createKey({ actor: "system" }, { name: "Early" })).code).toBe("invalid_key");
  await provision();
  expect(await directory.findOrganization()).toMatchObject({
    name: "Fresh",
    state: "active",
    createdAt: new Date(NOW),
  });
  expect(getValue(await object.createKey({ actor: "system" }, { name: "First" })).secret).toMatch(/^api_/);
});

test("provisioning again changes nothing", async () => {
  const { directory, findDataKey, object, provision } = await createFresh();
  await provision();
  const before = [await directory.findOrganization(), await findDataKey()];
  const { secret } = getValue(await object.createKey({ actor: "system" }, { name: "First" }));
  await provision();
  expect([await directory.findOrganization(), await findDataKey()]).toEqual(before);
  expect(getValue(await object.identify(secret))).toMatchObject({ scopes: ["read"] });
});

test("many provisioning at once make one organization", async () => {
  const { directory, object, provision } = await createFresh();
  await Promise.all(Array.from({ length: 5 }, () => provision()));
  expect(await directory.findOrganization()).toMatchObject({ state: "active" });
  expect(getValue(await object.listKeys())).toEqual([]);
});

test("another organization's data key cannot be found", async () => {
  const [one, other] = [await createFresh(), newId("org")];
  await one.provision();
  const directory = forOrganization(env.DB, other);
  expect(await directory.findDataKey(getConfig(env).keyRing)).toBeNull();
  expect(await directory.findOrganization()).toBeNull();
});

test.each(["deleting", "gone"])("an organization that is %s is not revived", async (state) => {
  const { id, object, directory, provision } = await createFresh();
  await database.prepare("update organizations set state = ? where id = ?").bind(state, id).run();
  expect(await codeOf(provision)).toBe("not_found");
  expect(await directory.findOrganization()).toMatchObject({ state });
  expect(getReceipt(await object.listKeys()).code).toBe("invalid_key");
});

test("an object whose data key is destroyed takes no provisioning, whoever asks", async () => {
  const { id, object } = await createFresh();
  await database.prepare("delete from data_keys where organization_id = ?").bind(id).run();
  const refused = await object.provision(id, toEntitlement("starter", { status: "trialing", version: 1 }));
  expect(getReceipt(refused).code).toBe("not_found");
  expect(getReceipt(await object.listKeys()).code).toBe("invalid_key");
});
