import { expect, test } from "vitest";
import { createBilledOwner } from "#tests/billed-owner.ts";
import { createCatcher } from "#tests/catcher.ts";
import { callRest } from "#tests/organization.ts";
import { createMember, createPerson } from "#tests/person.ts";

test("whoever is in the organization sees its plan and how much of each limit is used", async () => {
  const { owner, id } = await createBilledOwner();
  const base = `/api/v1/organizations/${id}`;
  const key = (await owner.browser.post(`${base}/keys`, { name: "Laptop" })).body as {
    id: string;
    secret: string;
  };
  await owner.browser.post(`${base}/clients`, { name: "Laptop", client: "cursor", key: key.id });
  await owner.browser.post(`${base}/webhooks`, { url: createCatcher().url, events: ["usage.threshold"] });
  const auditor = await createMember(owner, id, "auditor");
  expect((await callRest(key.secret, "get_properties")).status).toBe(200);
  expect((await auditor.browser.get(`${base}/limits`)).body).toEqual({
    plan: "starter",
    limits: [
      { name: "toolCalls", used: 1, limit: 10_000 },
      { name: "members", used: 2, limit: 5 },
      { name: "apiKeys", used: 1, limit: 5 },
      { name: "connections", used: 1, limit: 3 },
      { name: "clientConfigurations", used: 1, limit: 10 },
      { name: "webhookEndpoints", used: 1, limit: 2 },
    ],
  });
});

test("another organization's limits are not there", async () => {
  const { id } = await createBilledOwner();
  const stranger = await createPerson();
  const { status, body } = await stranger.browser.get(`/api/v1/organizations/${id}/limits`);
  expect([status, body]).toMatchObject([404, { error: { code: "not_found" } }]);
});
