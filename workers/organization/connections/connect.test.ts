import { expect, test } from "vitest";
import { connect, getOnlyConnection } from "#tests/connections.ts";
import {
  createOrganization,
  getReceipt,
  getValue,
  readTable,
  restart,
  setEntitlement,
} from "#tests/organization.ts";
import { addFault, createAccount, listRequests } from "#tests/sandbox.ts";

test("a second account is connected beside the first, under a name of its own", async () => {
  const organization = await createOrganization();
  const account = await createAccount("empty");
  const added = getValue(await connect(organization, account));
  expect(added.name).toBe(`Hostaway ${account.accountId}`);
  await restart(organization);
  const connections = getValue(await organization.object.listConnections());
  expect(connections.map(({ name }) => name).sort()).toEqual(["Hostaway", added.name]);
});

test("an account that is connected already is refused, with the connection that it is", async () => {
  const organization = await createOrganization();
  const before = (await listRequests(organization.account)).length;
  const receipt = getReceipt(await connect(organization, organization.account, "Again"));
  expect(receipt).toMatchObject({ code: "invalid_request", message: expect.stringContaining('"Hostaway"') });
  expect(await listRequests(organization.account)).toHaveLength(before);
});

const names = ["Hostaway", "hostaway", " HOSTAWAY "];

test.each(names)("the name %j is taken by Hostaway", async (name) => {
  const organization = await createOrganization();
  const receipt = getReceipt(await connect(organization, await createAccount(), name));
  expect(receipt).toMatchObject({ code: "invalid_request", message: expect.stringContaining("name") });
  expect(await readTable(organization, "connections")).toHaveLength(1);
});

test.each(["", " ", "x".repeat(101), "x".repeat(10_000)])("%j is no name", async (name) => {
  const organization = await createOrganization();
  expect(getReceipt(await connect(organization, await createAccount(), name)).code).toBe("invalid_request");
});

test("two people who connect the same account at once get one connection", async () => {
  const organization = await createOrganization();
  const account = await createAccount();
  const results = await Promise.all([
    connect(organization, account, "Mine"),
    connect(organization, account, "Hers"),
  ]);
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const refused = results.find(({ ok }) => !ok);
  expect(refused && getReceipt(refused).code).toBe("invalid_request");
  expect(await readTable(organization, "connections")).toHaveLength(2);
});

test("two people who connect at once do not get past the plan's limit", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { connections: 2 });
  const accounts = [await createAccount(), await createAccount()];
  const results = await Promise.all(accounts.map((account) => connect(organization, account)));
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const refused = results.find(({ ok }) => !ok);
  expect(refused && getReceipt(refused)).toMatchObject({ code: "plan_limit_reached", limit: 2, used: 2 });
});

test("an upstream that is down while connecting stores nothing", async () => {
  const organization = await createOrganization();
  const account = await createAccount();
  await addFault(account, { kind: "error", status: 500 });
  expect(getReceipt(await connect(organization, account)).code).toBe("upstream_unavailable");
  await expect(getOnlyConnection(organization)).resolves.toMatchObject({ name: "Hostaway" });
});

test("names are kept as they were written, script and emoji included", async () => {
  const organization = await createOrganization();
  const name = "<script>alert(1)</script> Zürich 🏝️";
  expect(getValue(await connect(organization, await createAccount(), name)).name).toBe(name);
});
