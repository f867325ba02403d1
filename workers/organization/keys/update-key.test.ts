import { expect, test } from "vitest";
import { newId } from "#ids.ts";
import { callMcp } from "#tests/mcp.ts";
import {
  callRest,
  createKey,
  createOrganization,
  getReceipt,
  getValue,
  readTable,
  restart,
} from "#tests/organization.ts";
import type { UpdateKey } from "./update-key.ts";

const PAST = Date.UTC(2027, 2, 9);
const FUTURE = Date.UTC(2028, 0, 1);

const codeOf = async (apiKey: string) =>
  (await callRest(apiKey, "get_connection_status")).error?.code ?? "ok";

test("name, end, addresses and toolsets of a key can be changed, and the list shows it", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization, { scopes: ["read", "write"], environment: "test" });
  const change = {
    name: " Büro 🏠 ",
    expiresAt: FUTURE,
    ipAllowList: ["203.0.113.0/24"],
    toolsets: ["core", "core"],
  };
  const changed = getValue(await organization.object.updateKey({ actor: "user:anna" }, id, change));
  expect(changed).toMatchObject({
    ...change,
    name: "Büro 🏠",
    toolsets: ["core"],
    scopes: ["read", "write"],
  });
  expect(changed).not.toHaveProperty("secret");
  expect(changed).not.toHaveProperty("hash");
  await restart(organization);
  const [, listed] = getValue(await organization.object.listKeys());
  expect(listed).toEqual(changed);
  expect(await codeOf(secret)).toBe("ip_not_allowed");
});

test("a change leaves what it does not name as it was, and null takes a limit away", async () => {
  const organization = await createOrganization();
  const terms = { expiresAt: PAST, ipAllowList: ["203.0.113.7"], toolsets: ["core"] };
  const { id, secret } = await createKey(organization, terms);
  const { object } = organization;
  expect(getValue(await object.updateKey({ actor: "system" }, id, { name: "Renamed" }))).toMatchObject(terms);
  expect(await codeOf(secret)).toBe("expired_key");
  getValue(await object.updateKey({ actor: "system" }, id, { expiresAt: null }));
  expect(await codeOf(secret)).toBe("ip_not_allowed");
  const free = getValue(
    await object.updateKey({ actor: "system" }, id, { ipAllowList: null, toolsets: null }),
  );
  expect(free).toMatchObject({ name: "Renamed", expiresAt: null, ipAllowList: null, toolsets: null });
  expect(await codeOf(secret)).toBe("ok");
});

test("a change acts on the next request, also of callers already connected", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization);
  expect((await callMcp(secret, "tools/list")).status).toBe(200);
  getValue(await organization.object.updateKey({ actor: "system" }, id, { expiresAt: PAST }));
  expect((await callMcp(secret, "tools/list")).status).toBe(401);
});

test("a change leaves a row with who changed what", async () => {
  const organization = await createOrganization();
  const { id } = await createKey(organization);
  getValue(
    await organization.object.updateKey({ actor: "user:anna" }, id, { ipAllowList: null, name: "Office" }),
  );
  const { rows } = getValue(await organization.object.listAudit({ limit: 1 }));
  expect(rows[0]).toMatchObject({ actor: "user:anna", action: "keys/update", target: id, result: "ok" });
  expect(JSON.stringify(rows[0]?.details)).toContain("ipAllowList");
});

const escalated: object = { scopes: ["read", "write"] };
const foreign: object = { memberId: "usr_anna", createdBy: "system", revokedAt: null };
const refused: [string, UpdateKey][] = [
  ["nothing", {}],
  ["scopes", escalated],
  ["what is not the caller's to set", foreign],
  ["an empty name", { name: " " }],
  ["an endless name", { name: "x".repeat(10_000) }],
  ["a name that is missing", { name: undefined }],
  ["an end that is no moment", { expiresAt: -1 }],
  ["no addresses at all", { ipAllowList: [] }],
  ["an unknown toolset", { toolsets: ["core", "everything"] }],
  ["no toolset at all", { toolsets: [] }],
];

test.each(refused)("a change of %s is refused, leaves a row and changes nothing", async (_, change) => {
  const organization = await createOrganization();
  const { id } = await createKey(organization);
  const before = getValue(await organization.object.listKeys());
  const answer = await organization.object.updateKey({ actor: "user:anna" }, id, change);
  expect(getReceipt(answer).code).toBe("invalid_request");
  expect(getValue(await organization.object.listKeys())).toEqual(before);
  expect((await readTable(organization, "audit_log")).at(-1)).toMatchObject({
    actor: "user:anna",
    action: "keys/update",
    result: "invalid_request",
  });
});

test("a key that was deleted, never was or belongs to another organization cannot be changed", async () => {
  const [one, other] = [await createOrganization(), await createOrganization()];
  const [deleted, theirs] = [await createKey(one), await createKey(other)];
  await one.object.deleteKey({ actor: "system" }, deleted.id);
  for (const id of [deleted.id, theirs.id, newId("key")]) {
    expect(getReceipt(await one.object.updateKey({ actor: "system" }, id, { name: "Mine" })).code).toBe(
      "not_found",
    );
  }
  const listed = getValue(await other.object.listKeys());
  expect(listed.map(({ name }) => name)).toEqual(["Demo", "Another"]);
});

test("a script in a key's name is kept as the text that it is, and what turns text around is refused", async () => {
  const { object } = await createOrganization();
  const name = "<script>alert(1)</script> 鍵";
  expect(getValue(await object.createKey({ actor: "system" }, { name })).name).toBe(name);
  const turned = await object.createKey({ actor: "system" }, { name: "\u202eKey" });
  expect(getReceipt(turned).code).toBe("invalid_request");
});
