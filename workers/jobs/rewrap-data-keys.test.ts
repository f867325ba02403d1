import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { callRest, createOrganization, restart, type TestOrganization } from "#tests/organization.ts";
import { rewrapDataKeys } from "./rewrap-data-keys.ts";

const readRingIds = async (organizations: TestOrganization[]) => {
  const { results } = await env.DB.prepare(
    "select distinct ring_id as id from data_keys where organization_id in (select value from json_each(?))",
  )
    .bind(JSON.stringify(organizations.map(({ id }) => id)))
    .all();
  return results.map(({ id }) => id);
};

test("after a new secret came in front of the ring, one run leaves no data key under another, and keys work", async () => {
  const organizations = await Promise.all(Array.from({ length: 3 }, () => createOrganization()));
  const [newest, older] = env.KEY_RING.split(",");
  await rewrapDataKeys({ ...env, KEY_RING: `${older},${newest}` });
  expect(await readRingIds(organizations)).toEqual([1]);
  await rewrapDataKeys(env);
  expect(await readRingIds(organizations)).toEqual([2]);
  for (const organization of organizations) {
    await restart(organization);
    expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
  }
});
