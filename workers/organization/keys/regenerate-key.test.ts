import { expect, test } from "vitest";
import {
  addMembers,
  callRest,
  createKey,
  createOrganization,
  getReceipt,
  getValue,
  readTable,
  restart,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import type { CreateKey } from "./create-key.ts";

const FUTURE = Date.UTC(2028, 0, 1);
const DAY_MS = 24 * 60 * 60 * 1_000;

const codeOf = async (apiKey: string) =>
  (await callRest(apiKey, "get_connection_status")).error?.code ?? "ok";

/** A key that was regenerated, and still works beside its successor. */
async function regenerate(graceDays = 7) {
  const organization = await createOrganization();
  const old = await createKey(organization);
  const next = getValue(await organization.object.regenerateKey({ actor: "system" }, old.id, { graceDays }));
  return { organization, old, next };
}

test("a key that was regenerated with a grace period works until its end and not after", async () => {
  const { old, next } = await regenerate(7);
  expect([await codeOf(old.secret), await codeOf(next.secret)]).toEqual(["ok", "ok"]);
  await advanceClock("6d");
  expect(await codeOf(old.secret)).toBe("ok");
  await advanceClock("25h");
  expect([await codeOf(old.secret), await codeOf(next.secret)]).toEqual(["revoked_key", "ok"]);
});

test("a key that was regenerated without a grace period answers 401 at once", async () => {
  const { old, next } = await regenerate(0);
  expect([await codeOf(old.secret), await codeOf(next.secret)]).toEqual(["revoked_key", "ok"]);
});

test("a regenerated key keeps every term of the one before it", async () => {
  const organization = await createOrganization();
  await addMembers(organization, "member", "usr_anna");
  const terms = {
    name: "Office",
    environment: "test",
    scopes: ["read", "write"],
    toolsets: ["core"],
    ipAllowList: ["203.0.113.0/24"],
    memberId: "usr_anna",
    expiresAt: FUTURE,
  } satisfies CreateKey;
  const { id } = getValue(await organization.object.createKey({ actor: "user:anna" }, terms));
  const next = getValue(await organization.object.regenerateKey({ actor: "user:ben" }, id, { graceDays: 1 }));
  expect(next).toMatchObject({ ...terms, createdBy: "user:ben", graceUntil: null, calls: 0 });
});

test("the list shows a key in its grace with its end, and its calls go on counting", async () => {
  const { organization, old, next } = await regenerate(7);
  await codeOf(old.secret);
  const listed = getValue(await organization.object.listKeys());
  const [shownOld, shownNext] = [old, next].map(({ id }) => listed.find((key) => key.id === id));
  expect(shownOld).toMatchObject({ calls: 1, graceUntil: next.createdAt + 7 * DAY_MS });
  expect(shownNext).toMatchObject({ calls: 0, graceUntil: null });
  await advanceClock("8d");
  expect(getValue(await organization.object.listKeys()).map(({ id }) => id)).not.toContain(old.id);
});

test("a key in its grace takes up no place of the plan", async () => {
  const { organization, old } = await regenerate(30);
  for (let count = 0; count < 3; count += 1) await createKey(organization);
  expect(await codeOf(old.secret)).toBe("ok");
  expect(
    getReceipt(await organization.object.createKey({ actor: "system" }, { name: "Sixth" })),
  ).toMatchObject({
    code: "plan_limit_reached",
    limit: 5,
    used: 5,
  });
});

test("regenerating again and again leaves two keys that work, not more", async () => {
  const { organization, old, next } = await regenerate(30);
  const newest = getValue(
    await organization.object.regenerateKey({ actor: "system" }, next.id, { graceDays: 30 }),
  );
  expect(await Promise.all([old, next, newest].map(({ secret }) => codeOf(secret)))).toEqual([
    "revoked_key",
    "ok",
    "ok",
  ]);
});

test("of two regenerations at once one wins, and one successor is there", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  const { id } = await createKey(organization);
  const results = await Promise.all(
    [1, 2].map((graceDays) => object.regenerateKey({ actor: "system" }, id, { graceDays })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(getValue(await object.listKeys())).toHaveLength(3);
});

test("deleting the new key closes the one in its grace too", async () => {
  const { organization, old, next } = await regenerate();
  getValue(await organization.object.deleteKey({ actor: "system" }, next.id));
  expect([await codeOf(old.secret), await codeOf(next.secret)]).toEqual(["revoked_key", "revoked_key"]);
});

test("deleting a key in its grace ends the grace and leaves the new key alone", async () => {
  const { organization, old, next } = await regenerate();
  getValue(await organization.object.deleteKey({ actor: "system" }, old.id));
  expect([await codeOf(old.secret), await codeOf(next.secret)]).toEqual(["revoked_key", "ok"]);
  expect(getReceipt(await organization.object.deleteKey({ actor: "system" }, old.id)).code).toBe("not_found");
});

test("a key in its grace can be neither regenerated nor changed", async () => {
  const { organization, old } = await regenerate();
  const { object } = organization;
  expect(getReceipt(await object.regenerateKey({ actor: "system" }, old.id)).code).toBe("not_found");
  expect(getReceipt(await object.updateKey({ actor: "system" }, old.id, { name: "Old" })).code).toBe(
    "not_found",
  );
});

test("a grace period does not outlast the end of the key", async () => {
  const organization = await createOrganization();
  const { id, secret, createdAt } = await createKey(organization);
  getValue(await organization.object.updateKey({ actor: "system" }, id, { expiresAt: createdAt + DAY_MS }));
  getValue(await organization.object.regenerateKey({ actor: "system" }, id, { graceDays: 30 }));
  expect(await codeOf(secret)).toBe("ok");
  await advanceClock("25h");
  expect(await codeOf(secret)).toBe("expired_key");
});

test("a grace period outlives a restart, and so does its early end", async () => {
  const { organization, old, next } = await regenerate();
  await restart(organization);
  expect(await codeOf(old.secret)).toBe("ok");
  getValue(await organization.object.deleteKey({ actor: "system" }, next.id));
  await restart(organization);
  expect(await codeOf(old.secret)).toBe("revoked_key");
});

test.each([-1, 31, 0.5, Number.NaN])(
  "a grace period of %s days is refused and changes nothing",
  async (graceDays) => {
    const organization = await createOrganization();
    const { id, secret } = await createKey(organization);
    const refused = await organization.object.regenerateKey({ actor: "user:anna" }, id, { graceDays });
    expect(getReceipt(refused).code).toBe("invalid_request");
    expect(await codeOf(secret)).toBe("ok");
    const rows = await readTable(organization, "audit_log");
    expect(rows.at(-2)).toMatchObject({
      actor: "user:anna",
      action: "keys/regenerate",
      result: "invalid_request",
    });
  },
);

test("a key of another organization cannot be regenerated", async () => {
  const [one, other] = [await createOrganization(), await createOrganization()];
  const { id, secret } = await createKey(other);
  expect(getReceipt(await one.object.regenerateKey({ actor: "system" }, id)).code).toBe("not_found");
  expect(await codeOf(secret)).toBe("ok");
});
