import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { getReceipt, getValue } from "#tests/organization.ts";
import { toEntitlement } from "./plans.ts";
import { provisionOrganization } from "./provision-organization.ts";

const NOW = Date.UTC(2027, 2, 10);

function createFresh() {
  const id = newId("org");
  const config = getConfig(env);
  const directory = forOrganization(env.DB, id);
  const provision = (name = "Fresh", now = NOW) => provisionOrganization({ env, config, now }, { id, name });
  return { id, config, directory, provision, object: getOrganization(env, id) };
}

test("provisioning makes an active organization that keys can be made for", async () => {
  const { directory, object, provision } = createFresh();
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
  const { config, directory, object, provision } = createFresh();
  await provision();
  const dataKey = await directory.getDataKey(config.keyRing);
  const { secret } = getValue(await object.createKey({ actor: "system" }, { name: "First" }));
  await provision("Renamed", NOW + 1);
  expect(await directory.findOrganization()).toMatchObject({ name: "Fresh", createdAt: new Date(NOW) });
  expect(await directory.getDataKey(config.keyRing)).toEqual(dataKey);
  expect(getValue(await object.identify(secret))).toMatchObject({ scopes: ["read"] });
});

test("many provisioning at once make one organization", async () => {
  const { config, directory, object, provision } = createFresh();
  await Promise.all(Array.from({ length: 5 }, () => provision()));
  expect(await directory.findOrganization()).toMatchObject({ state: "active" });
  expect(await directory.getDataKey(config.keyRing)).toHaveLength(32);
  expect(getValue(await object.listKeys())).toEqual([]);
});

test("a crash after the Directory's step is finished by the same call", async () => {
  const { config, directory, object, provision } = createFresh();
  await directory.createOrganization("Fresh", config.keyRing, NOW);
  expect(await directory.findOrganization()).toMatchObject({ state: "provisioning" });
  const dataKey = await directory.getDataKey(config.keyRing);
  await provision();
  expect(await directory.findOrganization()).toMatchObject({ state: "active" });
  expect(await directory.getDataKey(config.keyRing)).toEqual(dataKey);
  expect(getValue(await object.listKeys())).toEqual([]);
});

test("a crash after the object's step is finished by the same call", async () => {
  const { id, config, directory, object, provision } = createFresh();
  await directory.createOrganization("Fresh", config.keyRing, NOW);
  getValue(await object.provision(id, toEntitlement("starter", "trialing", 1)));
  const { secret } = getValue(await object.createKey({ actor: "system" }, { name: "First" }));
  await provision();
  expect(await directory.findOrganization()).toMatchObject({ state: "active" });
  expect(getValue(await object.identify(secret))).toMatchObject({ id });
});

test("another organization's data key cannot be found or opened", async () => {
  const [one, other] = [createFresh(), createFresh()];
  await one.provision();
  await expect(other.directory.getDataKey(other.config.keyRing)).rejects.toThrow("no data key");
  expect(await other.directory.findOrganization()).toBeNull();
});
