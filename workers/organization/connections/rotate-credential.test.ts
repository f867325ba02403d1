import { expect, test } from "vitest";
import { getOnlyConnection, toCredential } from "#tests/connections.ts";
import {
  callRest,
  createOrganization,
  dumpDatabase,
  getReceipt,
  getValue,
  readTable,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { addFault, createAccount, listRequests, rotateSecret, type SandboxAccount } from "#tests/sandbox.ts";

async function rotate(organization: TestOrganization, account: SandboxAccount) {
  const { id } = await getOnlyConnection(organization);
  const credential = toCredential(account);
  return organization.object.rotateCredential({ actor: "user:ann" }, { connection: id, credential });
}

test("a secret that was rotated upstream works again once it is entered, under the same connection", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  const before = await getOnlyConnection(organization);
  const rotated = await rotateSecret(account);
  expect((await callRest(apiKey, "get_properties")).error?.code).toBe("connection_invalid");
  const after = getValue(await rotate(organization, rotated));
  expect(after).toMatchObject({ id: before.id, name: before.name, status: "valid", lastError: null });
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
  await restart(organization);
  expect((await callRest(apiKey, "get_bookings")).status).toBe(200);
  expect(await listRequests(account, "/accessTokens")).toMatchObject([
    { status: 200 },
    { status: expect.any(Number) },
    { status: 200 },
  ]);
});

test("a wrong secret is refused, stores nothing and leaves the connection at work", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  const before = await readTable(organization, "connections");
  const refused = await rotate(organization, { ...account, clientSecret: "a-wrong-secret" });
  expect(getReceipt(refused).code).toBe("connection_invalid");
  expect(await readTable(organization, "connections")).toEqual(before);
  expect(await dumpDatabase(organization)).not.toContain("a-wrong-secret");
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
});

test("an upstream that is down leaves the old secret in place", async () => {
  const organization = await createOrganization();
  const before = await readTable(organization, "connections");
  await addFault(organization.account, { kind: "error", status: 500 });
  expect(getReceipt(await rotate(organization, organization.account)).code).toBe("upstream_unavailable");
  expect(await readTable(organization, "connections")).toEqual(before);
});

test("the credential of another account is refused without asking upstream", async () => {
  const organization = await createOrganization();
  const other = await createAccount();
  const receipt = getReceipt(await rotate(organization, other));
  expect(receipt).toMatchObject({ code: "invalid_request" });
  expect(receipt.message).toContain(organization.account.accountId);
  expect(await listRequests(other)).toEqual([]);
});

test("what else changes while the new secret is tried stays", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  const { id } = await getOnlyConnection(organization);
  await addFault(organization.account, { kind: "latency", ms: 300 });
  const rotating = rotate(organization, organization.account);
  getValue(await object.updateConnection({ actor: "system" }, { connection: id, name: "Renamed" }));
  expect(getValue(await rotating).name).toBe("Renamed");
});

test("a rotation leaves its row, and no secret in it", async () => {
  const organization = await createOrganization();
  const { account, object } = organization;
  const { id } = getValue(await rotate(organization, account));
  const { rows } = getValue(await object.listAudit({ action: "connections/rotate" }));
  expect(rows).toMatchObject([{ actor: "user:ann", target: id, result: "ok" }]);
  expect(JSON.stringify(rows)).not.toContain(account.clientSecret);
});

test("a call that is still refused for the old secret does not close the rotated connection", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  const rotated = await rotateSecret(account);
  await addFault(account, { kind: "latency", path: "/listings", ms: 300, times: 1 });
  const late = callRest(apiKey, "get_properties");
  getValue(await rotate(organization, rotated));
  expect((await late).error?.code).toBe("connection_invalid");
  await restart(organization);
  expect((await getOnlyConnection(organization)).status).toBe("valid");
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
});
