import { expect, test } from "vitest";
import { createAgency, getOnlyConnection } from "#tests/connections.ts";
import { callRest, createOrganization, getReceipt, getValue, restart } from "#tests/organization.ts";

test("a connection is renamed, and tools take the new name from the next call on", async () => {
  const { apiKey, miami, organization } = await createAgency();
  const input = { connection: miami.id, name: " Miami Beach " };
  const renamed = getValue(await organization.object.updateConnection({ actor: "user:ann" }, input));
  expect(renamed).toMatchObject({ id: miami.id, name: "Miami Beach" });
  expect((await callRest(apiKey, "get_properties", { account: "Miami" })).error?.code).toBe(
    "invalid_request",
  );
  await restart(organization);
  expect((await callRest(apiKey, "get_properties", { account: "Miami Beach" })).status).toBe(200);
  const { rows } = getValue(await organization.object.listAudit({ action: "connections/update" }));
  expect(rows[0]).toMatchObject({ actor: "user:ann", target: miami.id, connection: miami.id, result: "ok" });
});

test.each(["Empty", "EMPTY", "", "x".repeat(101)])("%j is refused, and leaves the refusal", async (name) => {
  const { miami, organization } = await createAgency();
  const { object } = organization;
  const refused = await object.updateConnection({ actor: "user:ann" }, { connection: miami.id, name });
  expect(getReceipt(refused).code).toBe("invalid_request");
  expect(getValue(await object.listConnections())[0]?.name).toBe("Miami");
  const { rows } = getValue(await object.listAudit({ action: "connections/update" }));
  expect(rows[0]).toMatchObject({ actor: "user:ann", result: "invalid_request" });
});

test("a connection may keep its name, or change its letter case", async () => {
  const organization = await createOrganization();
  const { id } = await getOnlyConnection(organization);
  for (const name of ["Hostaway", "HOSTAWAY"]) {
    const renamed = await organization.object.updateConnection({ actor: "system" }, { connection: id, name });
    expect(getValue(renamed).name).toBe(name);
  }
});
