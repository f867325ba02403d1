import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { database } from "#tests/database.ts";
import { callRest, createOrganization, restart, type TestOrganization } from "#tests/organization.ts";
import { rewrapDataKeys } from "./rewrap-data-keys.ts";

const readRingIds = async (organizations: TestOrganization[]) => {
  const { results } = await database
    .prepare(
      "select distinct ring_id as id from data_keys where organization_id in (select value from json_each(?))",
    )
    .bind(JSON.stringify(organizations.map(({ id }) => id)))
    .all();
  return results.map(({ id }) => id);
};

/** As often as cron would: a run takes some hundreds, and other tests have organizations too. */
async function rewrapAll(ring: typeof env): Promise<void> {
  for (let run = 0; run < 10; run += 1) await rewrapDataKeys(ring);
}

test("after a new secret came in front of the ring, the runs after it leave no data key under another, and keys work", async () => {
  const organizations = await Promise.all(Array.from({ length: 3 }, () => createOrganization()));
  const [newest, older] = env.KEY_RING.split(",");
  await rewrapAll({ ...env, KEY_RING: `${older},${newest}` });
  expect(await readRingIds(organizations)).toEqual([1]);
  await rewrapAll(env);
  expect(await readRingIds(organizations)).toEqual([2]);
  for (const organization of organizations) {
    await restart(organization);
    expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
  }
}, 30_000);
