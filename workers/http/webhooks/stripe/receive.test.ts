import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { createStripe } from "#billing/create-stripe.ts";
import { processEvent } from "#billing/events/process-event.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { createOrganization, fetchApi } from "#tests/organization.ts";
import { control } from "#tests/sandbox.ts";
import { createCustomer, openShop, readAccount, stripe, subscribe } from "#tests/stripe.ts";

const SECRET = "whsec_latchkeysandbox";
const seconds = async (later = 0) => Math.floor((await getNow(env)) / 1_000) + later;

async function createEvent(fields: object = {}) {
  return {
    id: `evt_${crypto.randomUUID()}`,
    object: "event",
    api_version: "2026-10-28.endive",
    created: await seconds(),
    type: "customer.updated",
    data: { object: { id: "cus_nobody", object: "customer" } },
    ...fields,
  };
}

/** As Stripe would send it. */
async function post(event: object | string, { later = 0, secret = SECRET, header = "" } = {}) {
  const payload = typeof event === "string" ? event : JSON.stringify(event);
  const timestamp = await seconds(later);
  const signature = await stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp });
  const headers = { "stripe-signature": header || signature };
  const response = await fetchApi("/webhooks/stripe", { method: "POST", headers, body: payload });
  return { status: response.status, body: await response.json() };
}

const about = (customer: string) => ({ data: { object: { id: customer, object: "customer" } } });

const Row = z.object({ state: z.string(), attempts: z.number(), billed_organization: z.string().nullable() });
const readEvent = async (id: string) =>
  Row.parse(await database.prepare("select * from billing_events where id = ?").bind(id).first());

test.each([
  ["is somebody else's", { secret: "whsec_other" }],
  ["is six minutes old", { later: -360 }],
  ["is six minutes ahead", { later: 360 }],
  ["is nonsense", { header: "nonsense" }],
  ["has two times", { header: "t=1,t=2,v1=00" }],
])("what happens when a signature %s: it is refused, and nothing is noted", async (_, given) => {
  const event = await createEvent();
  expect((await post(event, given)).status).toBe(400);
  expect(
    await database.prepare("select 1 from billing_events where id = ?").bind(event.id).first(),
  ).toBeNull();
});

test("what happens when there is no signature, or a changed body: it is refused", async () => {
  const event = await createEvent();
  const unsigned = await fetchApi("/webhooks/stripe", { method: "POST", body: JSON.stringify(event) });
  expect(unsigned.status).toBe(400);
  const payload = JSON.stringify(event);
  const timestamp = await seconds();
  const header = await stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: SECRET, timestamp });
  expect((await post(payload.replace("cus_nobody", "cus_victim"), { header })).status).toBe(400);
});

test("what happens when a signature is doubled, as while a secret is replaced: one that fits is enough", async () => {
  const payload = JSON.stringify(await createEvent());
  const timestamp = await seconds();
  const sign = (secret: string) =>
    stripe.webhooks.generateTestHeaderStringAsync({ payload, secret, timestamp });
  const [other, own] = await Promise.all([sign("whsec_other"), sign(SECRET)]);
  const header = `${other},${own.split(",").slice(1).join(",")}`;
  expect((await post(payload, { header })).status).toBe(200);
});

test("what happens when a body is too large: it is refused before it is read", async () => {
  const event = await createEvent({ padding: "x".repeat(256 * 1024) });
  expect((await post(event)).status).toBe(413);
});

test("what happens when a signed body is no event: it is refused", async () => {
  expect((await post("[not json")).status).toBe(400);
});

test("what happens when the type is unknown, or the customer is nobody's: it is taken in and ignored", async () => {
  expect(await post(await createEvent({ type: "something.new" }))).toEqual({
    status: 200,
    body: { outcome: "ignored" },
  });
  const foreign = await stripe.customers.create({ name: "Somebody else" });
  const event = await createEvent(about(foreign.id));
  expect(await post(event)).toEqual({ status: 200, body: { outcome: "ignored" } });
  expect(await readEvent(event.id)).toMatchObject({ state: "ignored", billed_organization: null });
});

test("what happens when an event comes twice: it is processed once", async () => {
  const organization = await createOrganization();
  const event = await createEvent(about(await createCustomer(organization)));
  expect((await post(event)).body).toEqual({ outcome: "completed" });
  const { ticket } = await readAccount(organization);
  expect(await post(event)).toEqual({ status: 200, body: { outcome: "completed" } });
  expect(await readEvent(event.id)).toEqual({
    state: "completed",
    attempts: 1,
    billed_organization: organization.id,
  });
  expect((await readAccount(organization)).ticket).toBeLessThan(ticket + 2);
});

test("what happens when an event is in another's hands: it is to come again, and is taken over after a minute", async () => {
  const event = await createEvent();
  const claimed = database.prepare(
    "insert into billing_events (id, type, state, claimed_until, created_at, received_at) values (?, 'customer.updated', 'processing', ?, 0, 0)",
  );
  await claimed.bind(event.id, (await getNow(env)) + 3_600_000).run();
  expect((await post(event)).status).toBe(409);
  await database.prepare("update billing_events set claimed_until = 0 where id = ?").bind(event.id).run();
  expect((await post(event)).status).toBe(200);
  expect(await readEvent(event.id)).toMatchObject({ state: "ignored", attempts: 2 });
});

test("what happens when an event of a customer arrives before we know its number: it finds its organization", async () => {
  const organization = await createOrganization();
  const { id } = await stripe.customers.create({ metadata: { organization: organization.id } });
  expect((await post(await createEvent(about(id)))).body).toEqual({ outcome: "completed" });
  expect(await readAccount(organization)).toMatchObject({ customer_id: id });
});

test("what happens when a customer names an organization that has another: it is not adopted", async () => {
  const organization = await createOrganization();
  const own = await createCustomer(organization);
  const { id } = await stripe.customers.create({ metadata: { organization: organization.id } });
  expect((await post(await createEvent(about(id)))).body).toEqual({ outcome: "ignored" });
  expect(await readAccount(organization)).toMatchObject({ customer_id: own });
});

test("what happens when the organization's object fails: the event is answered with an error, and its repetition heals", async () => {
  const organization = await createOrganization();
  const customer = await createCustomer(organization);
  const event = await createEvent(about(customer));
  const broken: Env = {
    ...env,
    ORGANIZATION: new Proxy(env.ORGANIZATION, {
      get: (target, name) => {
        if (name === "getByName") throw new Error("The object is gone.");
        return Reflect.get(target, name, target);
      },
    }),
  };
  const parsed = createStripe(env).webhooks.constructEventWithoutVerification(JSON.stringify(event));
  await expect(processEvent({ env: broken, now: await getNow(env) }, parsed)).rejects.toThrow();
  expect(await readEvent(event.id)).toMatchObject({ state: "failed" });
  expect((await post(event)).status).toBe(200);
  expect(await readEvent(event.id)).toMatchObject({ state: "completed", attempts: 2 });
});

test("what happens when D1 fails: a 5xx, so that the event comes again", async () => {
  const failing = vi.spyOn(env.DB, "prepare").mockImplementation(() => {
    throw new Error("D1 is down.");
  });
  const event = await createEvent();
  expect((await post(event)).status).toBe(500);
  failing.mockRestore();
  expect((await post(event)).status).toBe(200);
});

test("what happens when Stripe sends what happened: the subscription is known without anybody asking", async () => {
  await openShop();
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 2 });
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await control("POST", "/stripe/webhooks/deliver", {});
  await vi.waitFor(async () => {
    expect((await readAccount(organization)).cancel_at).not.toBeNull();
  });
});
