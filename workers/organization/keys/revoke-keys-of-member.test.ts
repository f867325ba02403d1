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

const codeOf = async (apiKey: string) =>
  (await callRest(apiKey, "get_connection_status")).error?.code ?? "ok";

test("the keys that a member made or is bound to die on the next request, and no others", async () => {
  const organization = await createOrganization();
  await addMembers(organization, "member", "anna", "ben", "annabel");
  const { object } = organization;
  const made = getValue(await object.createKey({ actor: "user:anna" }, { name: "Made" }));
  const bound = getValue(await object.createKey({ actor: "user:ben" }, { name: "Bound", memberId: "anna" }));
  const others = getValue(
    await object.createKey({ actor: "user:annabel" }, { name: "Others", memberId: "ben" }),
  );
  const revoked = getValue(await object.revokeKeysOfMember({ actor: "user:ben" }, { memberId: "anna" }));
  expect(revoked.sort()).toEqual([made.id, bound.id].sort());
  await restart(organization);
  expect(await Promise.all([made, bound, others].map(({ secret }) => codeOf(secret)))).toEqual([
    "revoked_key",
    "revoked_key",
    "ok",
  ]);
  expect(await codeOf(organization.apiKey)).toBe("ok");
});

test("a key in its grace that the member made dies too, its successor by someone else lives", async () => {
  const organization = await createOrganization();
  await addMembers(organization, "member", "anna", "ben");
  const { object } = organization;
  const old = getValue(await object.createKey({ actor: "user:anna" }, { name: "Old" }));
  const next = getValue(await object.regenerateKey({ actor: "user:ben" }, old.id, { graceDays: 7 }));
  getValue(await object.revokeKeysOfMember({ actor: "system" }, { memberId: "anna" }));
  expect([await codeOf(old.secret), await codeOf(next.secret)]).toEqual(["revoked_key", "ok"]);
});

test("revoking leaves one row that names the keys; repeated, it changes nothing and leaves none", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  const { id } = getValue(await object.createKey({ actor: "user:anna" }, { name: "Made" }));
  expect(getValue(await object.revokeKeysOfMember({ actor: "user:ben" }, { memberId: "anna" }))).toEqual([
    id,
  ]);
  expect(getValue(await object.revokeKeysOfMember({ actor: "user:ben" }, { memberId: "anna" }))).toEqual([]);
  const rows = (await readTable(organization, "audit_log")).filter(
    ({ action }) => action === "keys/revoke_of_member",
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ actor: "user:ben", target: "anna", result: "ok" });
});

test("a member's keys in another organization go on working", async () => {
  const [one, other] = [await createOrganization(), await createOrganization()];
  await addMembers(other, "member", "anna");
  const theirs = await createKey(other, { memberId: "anna" });
  expect(getValue(await one.object.revokeKeysOfMember({ actor: "system" }, { memberId: "anna" }))).toEqual(
    [],
  );
  expect(await codeOf(theirs.secret)).toBe("ok");
});

test.each(["", " ", "x".repeat(101)])("%j is no member", async (memberId) => {
  const { object } = await createOrganization();
  expect(getReceipt(await object.revokeKeysOfMember({ actor: "system" }, { memberId })).code).toBe(
    "invalid_request",
  );
  expect(getReceipt(await object.createKey({ actor: "system" }, { name: "Bound", memberId })).code).toBe(
    "invalid_request",
  );
});
