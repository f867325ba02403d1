import { expect, test, vi } from "vitest";
import { connect, getOnlyConnection, toCredential } from "#tests/connections.ts";
import { alterDatabase, callRest, createOrganization, dumpDatabase, getValue } from "#tests/organization.ts";
import { addFault, advanceClock, listRequests, removeFaults, rotateSecret } from "#tests/sandbox.ts";
import { createListener, getState, getTraffic, untilRegistered, useWebhooks } from "#tests/webhooks.ts";

useWebhooks();

test("an address is registered after connecting, with a login, and its secrets are stored nowhere", async () => {
  const organization = await createOrganization();
  const [webhook] = await untilRegistered(organization);
  expect(webhook?.url).toMatch(/^https:\/\/latchkey\.test\/webhooks\/hostaway\/whk_[0-9a-f]{64}$/);
  expect(webhook?.password).toMatch(/^[0-9a-f]{64}$/);
  const stored = await dumpDatabase(organization);
  expect(stored).not.toContain(webhook?.password);
  expect(stored).not.toContain(webhook?.path.split("/").at(-1));
  expect((await callRest(organization.apiKey, "get_connection_status")).body).toMatchObject({
    connections: [{ webhook: "registered" }],
  });
});

test("a new credential has a new address, and the old one is gone on both sides", async () => {
  const { news, organization, post, webhook } = await createListener();
  const account = await rotateSecret(organization.account);
  const { id } = await getOnlyConnection(organization);
  const rotated = await organization.object.rotateCredential(
    { actor: "system" },
    { connection: id, credential: toCredential(account) },
  );
  getValue(rotated);
  await vi.waitFor(
    async () => {
      const { webhooks } = await getTraffic(organization);
      expect(webhooks).toHaveLength(1);
      expect(webhooks[0]?.url).not.toBe(webhook.url);
      await getState(organization);
    },
    { timeout: 10_000, interval: 100 },
  );
  expect((await post(news)).status).toBe(404);
});

test("disconnecting removes the address on both sides", async () => {
  const { news, organization, post } = await createListener();
  const { id } = await getOnlyConnection(organization);
  getValue(await organization.object.disconnect({ actor: "system" }, { connection: id }));
  expect((await post(news)).status).toBe(404);
  await vi.waitFor(async () => expect((await getTraffic(organization)).webhooks).toEqual([]));
});

test("two organizations on one account have an address each, and neither removes the other's", async () => {
  const { organization } = await createListener();
  const second = await createOrganization(organization.account);
  await untilRegistered(second, 2);
  const { id } = await getOnlyConnection(second);
  getValue(await second.object.disconnect({ actor: "system" }, { connection: id }));
  await vi.waitFor(async () => expect((await getTraffic(organization)).webhooks).toHaveLength(1));
});

test("a failure to register fails nothing, is shown, and is tried again until it works", async () => {
  const organization = await createOrganization();
  const first = await getOnlyConnection(organization);
  getValue(await organization.object.disconnect({ actor: "system" }, { connection: first.id }));
  await addFault(organization.account, { kind: "error", path: "/webhooks", method: "POST", status: 400 });
  getValue(await connect(organization, organization.account));
  await vi.waitFor(
    async () => {
      expect(await getState(organization)).toEqual({ state: "pending", error: "upstream_rejected" });
    },
    { timeout: 10_000, interval: 100 },
  );
  await removeFaults(organization.account);
  await advanceClock("1h");
  await untilRegistered(organization);
  expect((await listRequests(organization.account, "/webhooks")).length).toBeGreaterThan(2);
});

test("a connection from before there were webhooks has one registered when its object wakes", async () => {
  const { organization } = await createListener();
  await alterDatabase(organization, "delete from webhooks");
  await untilRegistered(organization);
});
