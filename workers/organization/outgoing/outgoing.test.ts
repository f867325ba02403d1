import { runDurableObjectAlarm } from "cloudflare:test";
import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { createCatcher } from "#tests/catcher.ts";
import {
  createOrganization,
  dumpDatabase,
  getReceipt,
  getValue,
  listAudit,
  readTable,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import type { CreateOutgoingWebhook } from "./create-outgoing-webhook.ts";

const by = { actor: "system" } as const;

async function createHooked(path = "", input: Partial<CreateOutgoingWebhook> = {}) {
  const organization = await createOrganization();
  const catcher = createCatcher();
  const webhook = getValue(
    await organization.object.createOutgoingWebhook(by, { url: `${catcher.url}${path}`, ...input }),
  );
  return { organization, catcher, webhook };
}

const announce = async ({ object }: TestOrganization, key: string) =>
  getValue(
    await object.announce({ key, type: "payment.failed", data: { invoice: "in_1", amount_due: 7_500 } }),
  );

/** What a receiver would compute. */
function toSignature(secret: string, headers: Record<string, string>, body: string): string {
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
}

const attemptsOf = async (organization: TestOrganization) =>
  (await readTable(organization, "outgoing_deliveries")).map(({ attempts }) => attempts);

test("an event arrives signed, and one that is announced again is not sent again", async () => {
  const { organization, catcher, webhook } = await createHooked();
  await announce(organization, "in_1");
  await announce(organization, "in_1");
  await expect
    .poll(async () => {
      await runDurableObjectAlarm(organization.object);
      return (await catcher.list()).length;
    })
    .toBe(1);
  const [request] = await catcher.list();
  expect(request?.event).toMatchObject({ type: "payment.failed", data: { invoice: "in_1" } });
  const { body = "", headers = {} } = request ?? {};
  expect(headers["webhook-signature"]).toBe(toSignature(webhook.secret, headers, body));
  expect(headers["webhook-id"]).toMatch(/^evt_/);
  expect(await attemptsOf(organization)).toEqual([1]);
});

test("for a day after a rotation both secrets sign, and afterwards the new one only", async () => {
  const { organization, catcher, webhook } = await createHooked();
  const { object } = organization;
  const { secret } = getValue(await object.rotateOutgoingSecret(by, webhook.id));
  getValue(await object.testOutgoingWebhook(by, webhook.id));
  await advanceClock("25h");
  getValue(await object.testOutgoingWebhook(by, webhook.id));
  const signatures = (await catcher.list()).map(({ headers, body }) => ({
    sent: headers["webhook-signature"],
    before: toSignature(webhook.secret, headers, body),
    after: toSignature(secret, headers, body),
  }));
  expect(signatures[0]?.sent).toBe(`${signatures[0]?.after} ${signatures[0]?.before}`);
  expect(signatures[1]?.sent).toBe(signatures[1]?.after);
});

test("the secret is shown once and stored encrypted", async () => {
  const { organization, webhook } = await createHooked();
  const listed = getValue(await organization.object.listOutgoingWebhooks());
  expect(listed).toMatchObject([{ id: webhook.id, enabled: true }]);
  const everything =
    (await dumpDatabase(organization)) + JSON.stringify([listed, await listAudit(organization)]);
  expect(everything).not.toContain(webhook.secret);
  expect(everything).not.toContain(webhook.secret.slice("whsec_".length));
});

test("a failed delivery is tried again, later and later, for three days", async () => {
  const { organization, webhook } = await createHooked("?status=500");
  await announce(organization, "in_1");
  const run = async (attempts: number) =>
    expect
      .poll(async () => {
        await runDurableObjectAlarm(organization.object);
        return attemptsOf(organization);
      })
      .toEqual([attempts]);
  await run(1);
  for (const [index, wait] of [
    "6s",
    "6m",
    "31m",
    "121m",
    "301m",
    "601m",
    "841m",
    "1201m",
    "1201m",
  ].entries()) {
    await advanceClock(wait);
    await run(index + 2);
  }
  expect(getValue(await organization.object.listDeliveries(webhook.id))).toMatchObject([
    { state: "failed", status: 500, error: "It answered 500.", nextAttemptAt: null, attempts: 10 },
  ]);
});

test("a success forgets the failures before it", async () => {
  const { organization, catcher, webhook } = await createHooked("?status=500");
  const { object } = organization;
  expect(getValue(await object.testOutgoingWebhook(by, webhook.id))).toMatchObject({ state: "pending" });
  getValue(await object.updateOutgoingWebhook(by, webhook.id, { url: catcher.url }));
  expect(getValue(await object.testOutgoingWebhook(by, webhook.id))).toMatchObject({
    state: "delivered",
    status: 200,
    type: "webhook.test",
  });
  expect(getValue(await object.listOutgoingWebhooks())).toMatchObject([{ failingSince: null }]);
});

test("a redirect is not followed", async () => {
  const { organization, catcher, webhook } = await createHooked("?status=302");
  const delivery = getValue(await organization.object.testOutgoingWebhook(by, webhook.id));
  expect(delivery).toMatchObject({ status: 302, error: expect.stringContaining("redirect") });
  expect(await catcher.list()).toHaveLength(1);
});

test("a delivery is sent once more under the same id", async () => {
  const { organization, catcher, webhook } = await createHooked();
  const { object } = organization;
  const { id } = getValue(await object.testOutgoingWebhook(by, webhook.id));
  getValue(await object.redeliver(by, webhook.id, id));
  const [first, second] = await catcher.list();
  expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
  const other = await createHooked();
  expect(getReceipt(await object.redeliver(by, webhook.id, "dlv_0000000000000000")).code).toBe("not_found");
  expect(getReceipt(await object.redeliver(by, other.webhook.id, id)).code).toBe("not_found");
});

test("only what a webhook asks for is sent to it, and the latest hundred deliveries are kept", async () => {
  const { organization, catcher, webhook } = await createHooked("", { events: ["payment.recovered"] });
  await announce(organization, "in_1");
  expect(await readTable(organization, "outgoing_deliveries")).toEqual([]);
  getValue(await organization.object.updateOutgoingWebhook(by, webhook.id, { events: ["payment.failed"] }));
  for (let event = 0; event < 103; event += 1) {
    await announce(organization, `in_${event + 2}`);
    if (event === 2) await advanceClock("1s");
  }
  await expect
    .poll(
      async () => {
        await runDurableObjectAlarm(organization.object);
        return (await catcher.list()).length;
      },
      { timeout: 15_000 },
    )
    .toBe(103);
  expect(getValue(await organization.object.listDeliveries(webhook.id))).toHaveLength(100);
});

test("a plan allows so many", async () => {
  const { organization, catcher } = await createHooked();
  const create = () => organization.object.createOutgoingWebhook(by, { url: catcher.url });
  expect(getValue(await create())).toMatchObject({ enabled: true });
  expect(getReceipt(await create())).toMatchObject({ code: "plan_limit_reached", limit: 2, used: 2 });
  await setEntitlement(organization, { webhookEndpoints: 3 });
  expect(getValue(await create())).toMatchObject({ enabled: true });
});

test("an address that is not public is refused, and the refusal is recorded", async () => {
  const organization = await createOrganization();
  const refused = await organization.object.createOutgoingWebhook(by, { url: "https://169.254.169.254/" });
  expect(getReceipt(refused).code).toBe("invalid_request");
  const [newest] = await listAudit(organization);
  expect(newest).toMatchObject({ action: "webhooks/create", result: "invalid_request" });
});

test("another organization's webhook does not exist here", async () => {
  const { webhook } = await createHooked();
  const { object } = await createOrganization();
  const answers = await Promise.all([
    object.updateOutgoingWebhook(by, webhook.id, { enabled: false }),
    object.deleteOutgoingWebhook(by, webhook.id),
    object.rotateOutgoingSecret(by, webhook.id),
    object.testOutgoingWebhook(by, webhook.id),
    object.listDeliveries(webhook.id),
  ]);
  expect(answers.map((answer) => getReceipt(answer).code)).toEqual(Array(5).fill("not_found"));
});

test("a deleted webhook takes its deliveries with it", async () => {
  const { organization, webhook } = await createHooked();
  getValue(await organization.object.testOutgoingWebhook(by, webhook.id));
  getValue(await organization.object.deleteOutgoingWebhook(by, webhook.id));
  expect(getValue(await organization.object.listOutgoingWebhooks())).toEqual([]);
  expect(await readTable(organization, "outgoing_deliveries")).toEqual([]);
});
