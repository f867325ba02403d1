import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createOrganization } from "#directory/create-organization.ts";
import { forOrganization } from "#directory/directory.ts";
import { toSlug } from "#directory/slug.ts";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { finishLifecycles } from "./finish-lifecycles.ts";

async function leaveUnfinished() {
  const id = newId("org");
  const { keyRing } = getConfig(env);
  const now = await getNow(env);
  await createOrganization({ db: env.DB, keyRing, now }, { id, name: "Homes", slug: toSlug("Homes") });
  return { id, getState: async () => (await forOrganization(env.DB, id).findOrganization())?.state };
}

test("an organization left unfinished for more than a minute is finished, a younger one is left to its request", async () => {
  const old = await leaveUnfinished();
  await advanceClock("2m");
  const young = await leaveUnfinished();
  await finishLifecycles(env);
  expect([await old.getState(), await young.getState()]).toEqual(["active", "provisioning"]);
});

test("one that cannot be finished keeps no other from it", async () => {
  const broken = await leaveUnfinished();
  await database.prepare("delete from data_keys where organization_id = ?").bind(broken.id).run();
  await advanceClock("1m");
  const other = await leaveUnfinished();
  await advanceClock("2m");
  await finishLifecycles(env);
  expect([await broken.getState(), await other.getState()]).toEqual(["provisioning", "active"]);
  await database.prepare("delete from billing_accounts where organization_id = ?").bind(broken.id).run();
  await database.prepare("delete from organizations where id = ?").bind(broken.id).run();
});
