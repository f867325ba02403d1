import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import { expect, test } from "vitest";
import type { OrgId } from "#ids.ts";
import { type KeyRing, parseKeyRing } from "#lib/key-ring.ts";
import { findKeyOrganization, hashKey, makeKey } from "#organization/keys/key-format.ts";
import { database } from "#tests/database.ts";
import { alterDatabase, callRest, createOrganization, getValue, restart } from "#tests/organization.ts";
import { openDataKey } from "./data-key.ts";
import { rotateDataKeys } from "./rotate-data-keys.ts";
import { dataKeys } from "./schema/index.ts";

const newSecret = `2:${"0123456789abcdef".repeat(4)}`;
const oldSecret = `1:${"fedcba9876543210".repeat(4)}`;
/** The product's own ring, and the ring as it was before the new secret came. */
const ring = parseKeyRing(`${newSecret},${oldSecret}`);
const ringBefore = parseKeyRing(`${oldSecret},${newSecret}`);

async function rotateAll(keyRing: KeyRing, batch = 100) {
  let after: OrgId | undefined;
  let rewrapped = 0;
  let batches = 0;
  do {
    const done = await rotateDataKeys(env.DB, keyRing, { batch, after });
    rewrapped += done.rewrapped;
    batches += 1;
    after = done.next ?? undefined;
  } while (after !== undefined);
  return { rewrapped, batches };
}

async function getWrapped(id: OrgId) {
  const row = await drizzle(database).select().from(dataKeys).where(eq(dataKeys.organizationId, id)).get();
  if (row === undefined) throw new Error("There is no data key.");
  return row;
}

test("afterwards the new secret alone opens a data key that is the same, and the old one alone does not", async () => {
  const { id } = await createOrganization();
  await rotateAll(ringBefore);
  const before = await getWrapped(id);
  await rotateAll(ring);
  const after = await getWrapped(id);
  expect([before.ringId, after.ringId]).toEqual([1, 2]);
  expect(openDataKey(id, after, parseKeyRing(newSecret))).toEqual(
    openDataKey(id, before, parseKeyRing(oldSecret)),
  );
  expect(() => openDataKey(id, after, parseKeyRing(oldSecret))).toThrow("no longer holds secret 2");
});

test("no call fails while data keys are re-wrapped under load", async () => {
  const organizations = await Promise.all(Array.from({ length: 5 }, () => createOrganization()));
  await rotateAll(ringBefore);
  // Objects that lost their memory have to open their data key again, in the middle of it.
  await Promise.all(organizations.map(restart));
  const calls = Array.from({ length: 50 }, (_, call) =>
    callRest(organizations[call % 5]?.apiKey ?? "", "get_properties"),
  );
  const rotation = rotateAll(ring, 2);
  const answers = await Promise.all(calls);
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect((await rotation).rewrapped).toBeGreaterThanOrEqual(5);

  for (const organization of organizations) {
    const { id, apiKey, object } = organization;
    const row = await getWrapped(id);
    expect(openDataKey(id, row, parseKeyRing(newSecret))).toHaveLength(32);
    expect(() => openDataKey(id, row, parseKeyRing(oldSecret))).toThrow();
    await restart(organization);
    expect((await callRest(apiKey, "get_properties")).status).toBe(200);
    expect(getValue(await object.verifyAudit())).toMatchObject({ brokenAt: null });
  }
});

test("a rotation that stops in the middle goes on where it stopped, and a repetition does nothing", async () => {
  for (let made = 0; made < 3; made += 1) await createOrganization();
  await rotateAll(ringBefore);
  const first = await rotateDataKeys(env.DB, ring, { batch: 2 });
  expect(first).toMatchObject({ rewrapped: 2, failed: [] });
  expect(first.next).not.toBeNull();
  expect((await rotateAll(ring, 2)).rewrapped).toBeGreaterThanOrEqual(1);
  expect(await rotateAll(ring, 2)).toEqual({ rewrapped: 0, batches: 1 });
});

test("two rotations at once re-wrap every data key once", async () => {
  const { id } = await createOrganization();
  await rotateAll(ringBefore);
  const { length: count } = await drizzle(database).select().from(dataKeys).where(eq(dataKeys.ringId, 1));
  const [one, other] = await Promise.all([rotateAll(ring, 3), rotateAll(ring, 3)]);
  expect(one.rewrapped + other.rewrapped).toBe(count);
  expect(openDataKey(id, await getWrapped(id), parseKeyRing(newSecret))).toHaveLength(32);
});

test("a data key that no secret opens is named and left as it is, and the others go on", async () => {
  const [lost, other] = [await createOrganization(), await createOrganization()];
  await rotateAll(ringBefore);
  const whole = await getWrapped(lost.id);
  const broken = { ...whole, wrapped: Buffer.from(whole.wrapped).fill(0) };
  const store = (row: typeof whole) =>
    drizzle(database).update(dataKeys).set(row).where(eq(dataKeys.organizationId, lost.id));
  await store(broken);
  const { failed } = await rotateDataKeys(env.DB, ring, { batch: 1_000 });
  expect(failed).toEqual([lost.id]);
  expect(await getWrapped(lost.id)).toEqual(broken);
  expect((await getWrapped(other.id)).ringId).toBe(2);
  await store(whole);
});

test("an API key that was tagged under an older secret works while that secret is in the ring", async () => {
  const organization = await createOrganization();
  const tagged = makeKey(organization.id, ringBefore);
  await alterDatabase(organization, "update api_keys set hash = ?", hashKey(tagged));
  await rotateAll(ring);
  expect((await callRest(tagged, "get_properties")).status).toBe(200);
  expect(findKeyOrganization(tagged, ring)).toBe(organization.id);
  expect(findKeyOrganization(tagged, parseKeyRing(newSecret))).toBeNull();
});
