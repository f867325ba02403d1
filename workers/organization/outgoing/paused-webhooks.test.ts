import { expect, test } from "vitest";
import { createCatcher } from "#tests/catcher.ts";
import { createOrganization, getReceipt, getValue, readTable, setEntitlement } from "#tests/organization.ts";

const by = { actor: "system" } as const;

test("what happens to webhooks beyond a smaller plan: the newest are paused, and go on with a larger plan", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  const catcher = createCatcher();
  const webhook = getValue(await object.createOutgoingWebhook(by, { url: catcher.url }));
  const newer = getValue(await object.createOutgoingWebhook(by, { url: `${catcher.url}?newer` }));
  await setEntitlement(organization, { webhookEndpoints: 1, version: 3 });
  expect(getValue(await object.listOutgoingWebhooks())).toMatchObject([
    { id: webhook.id, enabled: true, pausedByPlan: false },
    { id: newer.id, enabled: true, pausedByPlan: true },
  ]);
  const announce = async (key: string) =>
    getValue(await object.announce({ key, type: "payment.failed", data: {} }));
  const deliveriesOf = async () =>
    (await readTable(organization, "outgoing_deliveries")).map((delivery) => delivery.webhook);
  await announce("in_1");
  expect(await deliveriesOf()).toEqual([webhook.id]);
  expect(getReceipt(await object.testOutgoingWebhook(by, newer.id))).toMatchObject({
    code: "plan_limit_reached",
    limit: 1,
    used: 2,
  });
  await setEntitlement(organization, { webhookEndpoints: 2, version: 4 });
  expect(getValue(await object.listOutgoingWebhooks())).toMatchObject([
    { pausedByPlan: false },
    { pausedByPlan: false },
  ]);
  await announce("in_2");
  expect((await deliveriesOf()).filter((id) => id === newer.id)).toHaveLength(1);
});
