import { expect, test } from "vitest";
import { connect, createAgency, getOnlyConnection } from "#tests/connections.ts";
import { createOrganization, getReceipt, getValue } from "#tests/organization.ts";
import { addFault, control, createAccount, listRequests, setAccount } from "#tests/sandbox.ts";

test("all accounts are counted, archived listings are not", async () => {
  const { organization, emptyAccount } = await createAgency();
  expect(getValue(await organization.object.countListings("job"))).toEqual({ listings: 3, accounts: 2 });
  const listing = { name: "House", specialStatus: "archived" };
  await control("POST", `/hostaway/accounts/${emptyAccount.accountId}/listings`, listing);
  await control("POST", `/hostaway/accounts/${emptyAccount.accountId}/listings`, { name: "Live" });
  expect(getValue(await organization.object.countListings("job"))).toEqual({ listings: 4, accounts: 2 });
});

test("without a connection there is nothing to count", async () => {
  const organization = await createOrganization();
  const { id } = await getOnlyConnection(organization);
  getValue(await organization.object.disconnect({ actor: "system" }, { connection: id }));
  expect(getValue(await organization.object.countListings("person"))).toEqual({ listings: 0, accounts: 0 });
});

test("500 listings are counted in five pages, within the account's own limits", async () => {
  const account = await createAccount("large");
  const organization = await createOrganization(account);
  await setAccount(account, { ipLimit: 15, accountLimit: 20 });
  const before = (await listRequests(account, "/listings")).length;
  const { listings } = getValue(await organization.object.countListings("job"));
  const requests = (await listRequests(account, "/listings")).slice(before);
  expect(listings).toBeGreaterThan(400);
  expect(requests.length).toBeLessThanOrEqual(6);
  expect(requests.every(({ status }) => status === 200)).toBe(true);
});

test("one page that fails fails the count", async () => {
  const account = await createAccount("large");
  const organization = await createOrganization(account);
  const other = await createAccount();
  getValue(await connect(organization, other));
  await addFault(other, { kind: "error", path: "/listings", status: 500 });
  const receipt = getReceipt(await organization.object.countListings("person"));
  expect(receipt.code).toBe("upstream_unavailable");
});

test("what was read a moment ago is not counted again", async () => {
  const organization = await createOrganization();
  getValue(await organization.object.countListings("person"));
  await control("POST", `/hostaway/accounts/${organization.account.accountId}/listings`, { name: "New" });
  expect(getValue(await organization.object.countListings("person"))).toMatchObject({ listings: 4 });
});
