import { env } from "cloudflare:workers";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import { callMcp } from "#tests/mcp.ts";
import {
  alterDatabase,
  callRest,
  createKey,
  createOrganization,
  dumpDatabase,
  getReceipt,
  getValue,
  readTable,
  restart,
} from "#tests/organization.ts";
import { hashKey, makeKey } from "./key-format.ts";

/** 2027-03-10, a little before the clock of the tests. */
const PAST = Date.UTC(2027, 2, 10);
const FUTURE = Date.UTC(2028, 0, 1);

const statusOf = async (apiKey: string) => (await callRest(apiKey, "get_properties")).status;

test("a new key works on the next request", async () => {
  const organization = await createOrganization();
  const started = Date.now();
  const { secret } = await createKey(organization);
  expect(await statusOf(secret)).toBe(200);
  expect(Date.now() - started).toBeLessThan(2_000);
});

test("a key is shown once, and nowhere else: in no list, no audit, no row", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization);
  await callRest(secret, "get_properties");
  await callRest(organization.apiKey, "get_properties", { name: secret });
  const { object } = organization;
  const shown = JSON.stringify([getValue(await object.listKeys()), getValue(await object.listAudit({}))]);
  const stored = await dumpDatabase(organization);
  for (const part of [secret, secret.slice(4), secret.slice(0, 40)]) {
    expect(shown).not.toContain(part);
    expect(stored).not.toContain(part);
  }
});

test("only the SHA-256 of a key is stored", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization);
  const row = (await readTable(organization, "api_keys")).find((stored) => stored.id === id);
  expect(row).toMatchObject({
    hash: createHash("sha256").update(secret).digest("hex"),
    last_four: secret.slice(-4),
  });
});

test("the list shows masked keys, oldest first, with last use and calls", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { scopes: ["read", "write"], expiresAt: FUTURE });
  await callRest(secret, "get_properties");
  await callRest(secret, "get_bookings");
  const [first, second, ...rest] = getValue(await organization.object.listKeys());
  expect(rest).toEqual([]);
  expect(first).toMatchObject({ name: "Demo", calls: 0, lastUsedAt: null, expiresAt: null });
  expect(second).toMatchObject({
    masked: `api_…${secret.slice(-4)}`,
    scopes: ["read", "write"],
    calls: 2,
    expiresAt: FUTURE,
  });
  expect(second?.lastUsedAt).toBeGreaterThan(PAST);
  expect(second).not.toHaveProperty("secret");
});

test("a regenerated key answers 401 on the very next request, and its successor works under the same terms", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization, { scopes: ["read", "write"], expiresAt: FUTURE });
  expect(await statusOf(secret)).toBe(200);
  const next = getValue(await organization.object.regenerateKey({ actor: "system" }, id));
  expect((await callRest(secret, "get_properties")).error).toMatchObject({
    code: "revoked_key",
    whoCanFix: "owner",
  });
  expect((await callMcp(secret, "tools/list")).status).toBe(401);
  expect(await statusOf(next.secret)).toBe(200);
  expect(next).toMatchObject({ name: "Another", scopes: ["read", "write"], expiresAt: FUTURE });
  expect(next.id).not.toBe(id);
});

test("a deleted key answers 401 on the very next request, also to callers already connected", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization);
  expect((await callMcp(secret, "tools/list")).status).toBe(200);
  getValue(await organization.object.deleteKey({ actor: "system" }, id));
  expect((await callMcp(secret, "tools/list")).status).toBe(401);
  expect(await statusOf(secret)).toBe(401);
  expect(await statusOf(organization.apiKey)).toBe(200);
});

test("a key that was deleted or never was cannot be deleted or regenerated", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  const { id } = await createKey(organization);
  await object.deleteKey({ actor: "system" }, id);
  for (const gone of [id, newId("key")]) {
    expect(getReceipt(await object.deleteKey({ actor: "system" }, gone)).code).toBe("not_found");
    expect(getReceipt(await object.regenerateKey({ actor: "system" }, gone)).code).toBe("not_found");
  }
});

test("the sixth key is refused with the plan's limit, until one is deleted", async () => {
  const organization = await createOrganization();
  const keys = [];
  for (let index = 0; index < 4; index += 1) keys.push(await createKey(organization));
  const refused = await organization.object.createKey({ actor: "system" }, { name: "Sixth" });
  expect(refused).toMatchObject({
    ok: false,
    status: 402,
    receipt: { code: "plan_limit_reached", limit: 5, used: 5, whoCanFix: "owner" },
  });
  expect(getValue(await organization.object.listKeys())).toHaveLength(5);
  await organization.object.deleteKey({ actor: "system" }, keys[0]?.id ?? newId("key"));
  await createKey(organization);
});

test("concurrent creations do not overshoot the plan's limit", async () => {
  const { object } = await createOrganization();
  const results = await Promise.all(
    Array.from({ length: 10 }, (_, index) => object.createKey({ actor: "system" }, { name: `Key ${index}` })),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(4);
  expect(getValue(await object.listKeys())).toHaveLength(5);
});

test("a key works until it expires and not after", async () => {
  const organization = await createOrganization();
  const expired = await createKey(organization, { expiresAt: PAST });
  const lasting = await createKey(organization, { expiresAt: FUTURE });
  expect((await callRest(expired.secret, "get_properties")).error?.code).toBe("expired_key");
  expect((await callMcp(expired.secret, "tools/list")).status).toBe(401);
  expect(await statusOf(lasting.secret)).toBe(200);
});

test("a key needs a name and at least one scope", async () => {
  const { object } = await createOrganization();
  for (const input of [{ name: " " }, { name: "x".repeat(101) }, { name: "None", scopes: [] }]) {
    expect((await object.createKey({ actor: "system" }, input)).ok).toBe(false);
  }
  expect(getValue(await object.listKeys())).toHaveLength(1);
});

test("a genuine tag is not enough: a key that was never issued is refused", async () => {
  const { id, object } = await createOrganization();
  const invented = makeKey(id, getConfig(env).keyRing);
  expect((await callRest(invented, "get_properties")).error?.code).toBe("invalid_key");
  expect(getValue(await object.listKeys())).toHaveLength(1);
});

test("a genuine key of an organization that is gone is refused", async () => {
  const orphan = makeKey(newId("org"), getConfig(env).keyRing);
  expect((await callRest(orphan, "get_properties")).error?.code).toBe("invalid_key");
  expect((await callMcp(orphan, "tools/list")).status).toBe(401);
});

test("a key that was made under the older ring secret still works", async () => {
  const organization = await createOrganization();
  const older = makeKey(organization.id, parseKeyRing(`1:${"fedcba9876543210".repeat(4)}`));
  await alterDatabase(organization, "update api_keys set hash = ?", hashKey(older));
  expect(await statusOf(older)).toBe(200);
});

test("keys, their ends and their revocations outlive a restart", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization);
  const expired = await createKey(organization, { expiresAt: PAST });
  await organization.object.deleteKey({ actor: "system" }, id);
  await restart(organization);
  expect(await statusOf(organization.apiKey)).toBe(200);
  expect((await callRest(secret, "get_properties")).error?.code).toBe("revoked_key");
  expect((await callRest(expired.secret, "get_properties")).error?.code).toBe("expired_key");
});

test("a key that is asked for wrongly is the caller's mistake, not ours", async () => {
  const { object } = await createOrganization();
  expect(getReceipt(await object.createKey({ actor: "system" }, { name: " " })).code).toBe("invalid_request");
});
