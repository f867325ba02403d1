import { expect, test } from "vitest";
import { getOnlyConnection } from "#tests/connections.ts";
import {
  callRest,
  createOrganization,
  getValue,
  readTable,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { addFault, removeFaults, rotateSecret } from "#tests/sandbox.ts";

async function check(organization: TestOrganization) {
  const { id } = await getOnlyConnection(organization);
  return getValue(await organization.object.testConnection({ actor: "user:ann" }, { connection: id }));
}

test("a connection that works says so, with the time of the check, and leaves a row", async () => {
  const organization = await createOrganization();
  const before = await getOnlyConnection(organization);
  const tested = await check(organization);
  expect(tested).toMatchObject({ state: "working", status: "valid", lastError: null });
  expect(tested.checkedAt).toBeGreaterThan(before.checkedAt);
  const { rows } = getValue(await organization.object.listAudit({ action: "connections/test" }));
  expect(rows).toMatchObject([{ actor: "user:ann", target: before.id, result: "ok" }]);
});

test("an upstream that is down is told from one that says no, and both show in the connection's health", async () => {
  const organization = await createOrganization();
  await addFault(organization.account, { kind: "error", status: 500 });
  expect(await check(organization)).toMatchObject({
    state: "unreachable",
    status: "valid",
    lastError: { code: "upstream_unavailable", at: expect.any(Number) },
  });
  await removeFaults(organization.account);
  await rotateSecret(organization.account);
  expect(await check(organization)).toMatchObject({
    state: "rejected",
    status: "invalid",
    lastError: { code: "connection_invalid" },
  });
});

test("a check that passes forgets the last failure", async () => {
  const organization = await createOrganization();
  const { account } = organization;
  await addFault(account, { kind: "error", status: 500 });
  await check(organization);
  await removeFaults(account);
  expect(await check(organization)).toMatchObject({ state: "working", lastError: null });
  await restart(organization);
  expect((await getOnlyConnection(organization)).lastError).toBeNull();
});

test("a failing call shows in the connection's health, and is written when the code changes only", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  const readHealth = async () => {
    const [row] = await readTable(organization, "connections");
    return [row?.last_error_code, row?.last_error_at];
  };
  await addFault(account, { kind: "error", status: 500 });
  await callRest(apiKey, "get_bookings");
  const [code, at] = await readHealth();
  expect([code, at]).toEqual(["upstream_unavailable", expect.any(Number)]);
  await callRest(apiKey, "get_bookings");
  expect(await readHealth()).toEqual([code, at]);
  const { lastError } = await getOnlyConnection(organization);
  expect(lastError?.at).toBeGreaterThan(Number(at));
  await removeFaults(account);
  await addFault(account, { kind: "error", status: 429 });
  await callRest(apiKey, "get_bookings");
  expect((await readHealth())[0]).toBe("upstream_busy");
});

test("a record that is locked or missing upstream says nothing about the connection", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_property_details", { property_id: 999_999 });
  expect((await getOnlyConnection(organization)).lastError).toBeNull();
});
