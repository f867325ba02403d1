import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { getConfig } from "#env.ts";
import { OrgId } from "#ids.ts";
import { finishLifecycles } from "#jobs/finish-lifecycles.ts";
import { getNow } from "#lib/get-now.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { database } from "#tests/database.ts";
import { createUser, listRowsOf } from "#tests/directory.ts";
import { close, createOwned } from "#tests/lifecycle.ts";
import { readMail } from "#tests/mailbox.ts";
import { killAtEveryStep } from "#tests/mortal-env.ts";
import { callRest, getValue } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { closeOrganization } from "./close-organization.ts";
import { createFirstOrganization } from "./create-first-organization.ts";
import { createOrganization } from "./create-organization.ts";
import { eraseOrganization } from "./erase-organization.ts";

async function listOrganizationsOf(userId: string): Promise<OrgId[]> {
  const query = "select organization_id as id from members where user_id = ? and role = 'owner'";
  const { results } = await database.prepare(query).bind(userId).all();
  return results.map(({ id }) => OrgId.parse(id));
}

/** Active, with its data key and its owner, and an object that makes and knows a key. */
async function expectFinished(id: OrgId): Promise<void> {
  const directory = forOrganization(env.DB, id);
  expect(await directory.findOrganization()).toMatchObject({ name: "Homes", state: "active" });
  expect(await directory.findDataKey(getConfig(env).keyRing)).toHaveLength(32);
  const object = getOrganization(env, id);
  const { secret } = getValue(await object.createKey({ actor: "system" }, { name: "First" }));
  expect(getValue(await object.identify(secret))).toMatchObject({ id });
}

async function expectGone(id: OrgId): Promise<void> {
  expect(await listRowsOf(id)).toEqual({ organizations: [expect.stringContaining('"gone"')] });
  const tables = await runInDurableObject(getOrganization(env, id), (_, { storage }) =>
    storage.sql.exec("select name from sqlite_master where name not glob '_cf*'").toArray(),
  );
  expect(tables).toEqual([]);
}

test("the first organization of a new user, killed at every step, ends finished, and is one", async () => {
  const now = await getNow(env);
  const killed = await killAtEveryStep(
    () => createUser({ organizationName: "Homes" }),
    (mortal, { id }) => createFirstOrganization({ env: mortal, now }, id),
  );
  expect(killed.length).toBeGreaterThanOrEqual(6);
  await advanceClock("2m");
  await finishLifecycles(env);
  await finishLifecycles(env);
  for (const { id } of killed) {
    const made = await listOrganizationsOf(id);
    expect(made).toHaveLength(1);
    for (const organization of made) await expectFinished(organization);
  }
});

test("the creation of an organization, killed at every step, ends finished or never began", async () => {
  const now = await getNow(env);
  const killed = await killAtEveryStep(createUser, (mortal, { id: ownerId }) =>
    createOrganization({ env: mortal, now, ownerId }, { name: "Homes" }),
  );
  expect(killed.length).toBeGreaterThanOrEqual(5);
  await advanceClock("2m");
  await finishLifecycles(env);
  const made = await Promise.all(killed.map(({ id }) => listOrganizationsOf(id)));
  expect(made.map(({ length }) => length)).toEqual([0, ...Array(killed.length - 1).fill(1)]);
  for (const id of made.flat()) await expectFinished(id);
});

test("a deletion killed at every step of its beginning is begun or is not, and its owner is written to once", async () => {
  const killed = await killAtEveryStep(createOwned, async (mortal, { organization: { id }, by }) =>
    closeOrganization({ env: mortal, now: await getNow(env), by }, id),
  );
  expect(killed.length).toBeGreaterThanOrEqual(8);
  await finishLifecycles(env);
  let begun = 0;
  for (const { organization, owner } of killed) {
    const row = await forOrganization(env.DB, organization.id).findOrganization();
    const isBegun = row?.state === "deleting";
    expect(row?.state).toBe(isBegun ? "deleting" : "active");
    begun += isBegun ? 1 : 0;
    if (isBegun) {
      expect((await callRest(organization.apiKey, "get_properties")).error?.code).toBe("organization_closed");
    }
    expect(await readMail(owner.email)).toHaveLength(isBegun ? 1 : 0);
  }
  expect(begun).toBeGreaterThan(0);
  expect(begun).toBeLessThan(killed.length);

  await advanceClock("11m");
  for (const { organization } of killed) {
    // The first call finds the policy stale and has it read again; the next ones go by what was read.
    await callRest(organization.apiKey, "get_properties");
    const { state } = (await forOrganization(env.DB, organization.id).findOrganization()) ?? {};
    const { status } = await callRest(organization.apiKey, "get_properties");
    expect(status).toBe(state === "active" ? 200 : 403);
  }
});

test("the end of an organization, killed at every step, ends with nothing left", async () => {
  const killed = await killAtEveryStep(
    async () => {
      const { organization, by } = await createOwned();
      return { organization, ...(await close(organization, by)) };
    },
    (mortal, { organization: { id }, deletesAt }) => eraseOrganization({ env: mortal, now: deletesAt }, id),
  );
  expect(killed).toHaveLength(5);
  await advanceClock("30d");
  await finishLifecycles(env);
  for (const { organization } of killed) {
    await expectGone(organization.id);
    expect((await callRest(organization.apiKey, "get_properties")).error?.code).toBe("invalid_key");
  }
});
