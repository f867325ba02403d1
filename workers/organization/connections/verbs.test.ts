import { expect, test } from "vitest";
import type { ConnectionId } from "#ids.ts";
import type { Result } from "#organization/result.ts";
import { getOnlyConnection, toCredential } from "#tests/connections.ts";
import {
  createOrganization,
  getReceipt,
  getValue,
  readTable,
  type TestOrganization,
} from "#tests/organization.ts";

type Verb = (organization: TestOrganization, connection: ConnectionId) => PromiseLike<Result<unknown>>;

const verbs: [string, Verb][] = [
  [
    "updateConnection",
    ({ object }, connection) =>
      object.updateConnection({ actor: "user:ann" }, { connection, name: "Mine now" }),
  ],
  [
    "rotateCredential",
    ({ account, object }, connection) =>
      object.rotateCredential({ actor: "user:ann" }, { connection, credential: toCredential(account) }),
  ],
  [
    "shareConnection",
    ({ object }, connection) => object.shareConnection({ actor: "user:ann" }, { connection, members: [] }),
  ],
  [
    "testConnection",
    ({ object }, connection) => object.testConnection({ actor: "user:ann" }, { connection }),
  ],
  ["disconnect", ({ object }, connection) => object.disconnect({ actor: "user:ann" }, { connection })],
];

test.each(verbs)("%s does not see another organization's connection", async (_, run) => {
  const [organization, other] = [await createOrganization(), await createOrganization()];
  const foreign = await getOnlyConnection(other);
  const before = await readTable(other, "connections");
  expect(getReceipt(await run(organization, foreign.id)).code).toBe("not_found");
  expect(await readTable(other, "connections")).toEqual(before);
  const [row] = getValue(await organization.object.listAudit({})).rows;
  expect(row).toMatchObject({ actor: "user:ann", result: "not_found" });
});

test.each(verbs)("%s refuses what is no connection id", async (_, run) => {
  const organization = await createOrganization();
  for (const id of ["con_", "con_' or 1=1 --", "con_00000000000000000"] as const)
    expect(getReceipt(await run(organization, id)).code).toBe("invalid_request");
});

test("listConnections shows health and sharing, and no secret", async () => {
  const organization = await createOrganization();
  const connection = await getOnlyConnection(organization);
  expect(connection).toEqual({
    id: expect.stringMatching(/^con_/),
    connector: "hostaway",
    name: "Hostaway",
    accountLabel: organization.account.accountId,
    status: "valid",
    createdAt: expect.any(Number),
    checkedAt: expect.any(Number),
    lastError: null,
    sharedWith: null,
    webhook: { state: "pending", error: null },
  });
});
