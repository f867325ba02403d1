import { expect, test } from "vitest";
import { bindKeys, getOnlyConnection } from "#tests/connections.ts";
import {
  addMembers,
  callRest,
  createOrganization,
  getReceipt,
  getValue,
  restart,
  type TestOrganization,
} from "#tests/organization.ts";
import { listRequests } from "#tests/sandbox.ts";

async function share(organization: TestOrganization, members: string[] | null) {
  await addMembers(organization, "member", "user_ann");
  const { id } = await getOnlyConnection(organization);
  return organization.object.shareConnection({ actor: "user:ann" }, { connection: id, members });
}

test("a member's key is refused a connection that is shared with others only, before upstream is asked", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  expect(getValue(await share(organization, ["user_ann", "user_ann"])).sharedWith).toEqual(["user_ann"]);
  const before = (await listRequests(account)).length;
  await bindKeys(organization, "user_bob");
  const { error, status } = await callRest(apiKey, "get_properties");
  expect([status, error?.code]).toEqual([403, "insufficient_scope"]);
  expect((await callRest(apiKey, "get_connection_status")).body.connections).toEqual([]);
  expect(await listRequests(account)).toHaveLength(before);
  await bindKeys(organization, "user_ann");
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
});

test("a key of no member uses every connection", async () => {
  const organization = await createOrganization();
  getValue(await share(organization, []));
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
});

test("sharing takes effect on the next call, outlasts a restart and is taken back with null", async () => {
  const organization = await createOrganization();
  const { apiKey, object } = organization;
  await bindKeys(organization, "user_bob");
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
  getValue(await share(organization, []));
  expect((await callRest(apiKey, "get_properties")).status).toBe(403);
  await restart(organization);
  expect((await callRest(apiKey, "get_properties")).status).toBe(403);
  getValue(await share(organization, null));
  expect((await callRest(apiKey, "get_properties")).status).toBe(200);
  const { rows } = getValue(await object.listAudit({ action: "connections/share" }));
  expect(rows).toMatchObject([
    { actor: "user:ann", result: "ok" },
    { actor: "user:ann", result: "ok" },
  ]);
});

test.each([[[""]], [["x".repeat(101)]]])("%j are no members", async (members) => {
  const organization = await createOrganization();
  expect(getReceipt(await share(organization, members)).code).toBe("invalid_request");
  expect((await getOnlyConnection(organization)).sharedWith).toBeNull();
});
