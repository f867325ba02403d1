import { expect, test } from "vitest";
import { connect, createAgency, getOnlyConnection } from "#tests/connections.ts";
import {
  callRest,
  createOrganization,
  getReceipt,
  getValue,
  readTable,
  restart,
} from "#tests/organization.ts";
import { listRequests } from "#tests/sandbox.ts";

test("a disconnected account is gone with its secrets, while its audit stays", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  await callRest(apiKey, "get_properties");
  const { id } = await getOnlyConnection(organization);
  getValue(await organization.object.disconnect({ actor: "user:ann" }, { connection: id }));
  expect(await readTable(organization, "connections")).toEqual([]);
  const before = (await listRequests(account)).length;
  expect((await callRest(apiKey, "get_properties")).error?.code).toBe("not_connected");
  await restart(organization);
  expect((await callRest(apiKey, "get_properties")).error?.code).toBe("not_connected");
  expect(await listRequests(account)).toHaveLength(before);

  const { rows } = getValue(await organization.object.listAudit({}));
  const ofConnection = rows.filter(({ connection }) => connection === id).map(({ action }) => action);
  expect(ofConnection).toEqual(["connections/disconnect", "tools/call", "connections/connect"]);
});

test("with one account left, tools take no argument account any more", async () => {
  const { apiKey, empty, organization } = await createAgency();
  getValue(await organization.object.disconnect({ actor: "system" }, { connection: empty.id }));
  const { body } = await callRest(apiKey, "get_properties");
  expect(body).toMatchObject({ total: 3 });
  expect(body).not.toHaveProperty("account");
});

test("a disconnected account can be connected again, and is refused a second disconnection", async () => {
  const organization = await createOrganization();
  const { account, object } = organization;
  const { id } = await getOnlyConnection(organization);
  getValue(await object.disconnect({ actor: "system" }, { connection: id }));
  expect(getReceipt(await object.disconnect({ actor: "system" }, { connection: id })).code).toBe("not_found");
  expect(getValue(await connect(organization, account)).id).not.toBe(id);
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
});
