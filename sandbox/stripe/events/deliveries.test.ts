import { afterAll, expect, test } from "vitest";
import { advance, control, resetSandbox, restartSandbox } from "#sandbox/testing.ts";
import { deliver, listen, set, setFault, stripe, tell, typesOf, useOwnAccount } from "./testing.ts";

useOwnAccount();
afterAll(resetSandbox);

test("an event arrives signed, as the official client reads it, and counts down what is pending", async () => {
  const { received, secret } = await listen();
  const customer = await stripe.customers.create({ name: "Ann" }, { idempotencyKey: "ann" });
  await deliver();
  expect(received).toHaveLength(1);
  const [{ body = "", signature = "" } = {}] = received;
  const event = await stripe.webhooks.constructEventAsync(body, signature, secret);
  expect(event).toMatchObject({
    object: "event",
    type: "customer.created",
    api_version: "2026-10-28.endive",
    livemode: false,
    pending_webhooks: 1,
    request: { id: expect.stringMatching(/^req_/), idempotency_key: "ann" },
    data: { object: { id: customer.id, name: "Ann" } },
  });
  expect(event.data.previous_attributes).toBeUndefined();
  expect(signature).toMatch(/^t=\d+,v1=[0-9a-f]{64},v0=[0-9a-f]{64}$/);
  await expect(stripe.webhooks.constructEventAsync(body, signature, "whsec_wrong")).rejects.toThrow();
  expect((await stripe.events.retrieve(event.id)).pending_webhooks).toBe(0);
});

test("an update tells what the fields were before", async () => {
  const { id } = await stripe.customers.create({ name: "Ann", email: "ann@example.com" });
  const { received } = await listen({ enabled_events: ["customer.updated"] });
  await stripe.customers.update(id, { name: "Bea" });
  await deliver();
  expect(received.map(({ event }) => event.data)).toMatchObject([
    { object: { name: "Bea" }, previous_attributes: { name: "Ann" } },
  ]);
});

test("what is not answered with 2xx is tried three times in hours, each time signed anew, with the same id", async () => {
  await control("/clock", { speed: 0 });
  const { received } = await listen({}, 500, 302, 404, 200);
  await stripe.customers.create({});
  await deliver();
  await advance("9m");
  await deliver();
  expect(received).toHaveLength(1);
  await advance("1m");
  await deliver();
  expect(received).toHaveLength(2);
  await advance("3h");
  await deliver();
  await advance("3d");
  await deliver();
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ event }) => event.id)).size).toBe(1);
  expect(new Set(received.map(({ signature }) => signature)).size).toBe(3);
  const failed = await stripe.events.list({ delivery_success: false });
  expect(failed.data.map(({ id }) => id)).toContain(received[0]?.event.id);
});

test("a live account's endpoint is tried for three days, ever more slowly", async () => {
  await control("/clock", { speed: 0 });
  await set({ webhook_retries: "live" }, { webhook_retries: "sandbox" });
  const { received } = await listen({}, 503);
  await stripe.customers.create({});
  const tries = [];
  for (let hour = 0; hour <= 80; hour++) {
    await deliver();
    tries.push(received.length);
    await advance("1h");
  }
  expect(tries[0]).toBe(1);
  expect(tries[12]).toBe(5);
  expect(tries[66]).toBe(9);
  expect(tries[80]).toBe(10);
});

test("nobody answering in time is a failure, and does not keep other endpoints waiting", async () => {
  await set({ webhook_timeout_ms: 50 }, { webhook_timeout_ms: 10_000 });
  let release = () => {};
  const hung = new Promise<number>((resolve) => {
    release = () => resolve(200);
  });
  const dead = await listen({}, () => hung);
  const alive = await listen();
  await stripe.customers.create({});
  await expect.poll(() => alive.received.length).toBe(1);
  release();
  expect(dead.received).toHaveLength(1);
});

test("as many requests are under way at once to an endpoint as the setting allows", async () => {
  await control("/clock", { speed: 0 });
  await set({ webhooks_in_flight: 3 }, { webhooks_in_flight: 1 });
  let [underWay, most] = [0, 0];
  const { received } = await listen({}, async () => {
    most = Math.max(most, ++underWay);
    await scheduler.wait(5);
    underWay--;
    return 200;
  });
  const { id } = await stripe.customers.create({});
  await setFault({ kind: "delay", seconds: 10 });
  for (const name of "abcdef") await stripe.customers.update(id, { name });
  await advance("10s");
  await deliver();
  expect([received.length, most]).toEqual([7, 3]);
});

test("an endpoint gets a thousand events in their order after an outage", async () => {
  await control("/clock", { speed: 0 });
  let isDown = true;
  const { received } = await listen({}, () => (isDown ? 500 : 200));
  const other = await listen({ enabled_events: ["product.created"] });
  const { id } = await stripe.customers.create({});
  for (let index = 0; index < 999; index++)
    await tell("/events", { type: "customer.updated", object: { id, object: "customer", index } });
  await deliver();
  expect(received).toHaveLength(1000);
  isDown = false;
  received.length = 0;
  await stripe.products.create({ name: "Reached meanwhile" });
  await deliver();
  expect(typesOf(other.received)).toEqual(["product.created"]);
  await advance("10m");
  await deliver();
  expect(received).toHaveLength(1000);
  const indexes = received.slice(1).map(({ event }) => event.data.object.index);
  expect(indexes).toEqual(indexes.map((_, index) => index));
}, 60_000);

test("what waits survives a restart", async () => {
  await control("/clock", { speed: 0 });
  const { received } = await listen({}, 500, 200);
  const { id } = await stripe.customers.create({});
  await deliver();
  await restartSandbox();
  await advance("10m");
  await deliver();
  expect(received.map(({ event }) => event.data.object.id)).toEqual([id, id]);
});

test("a disabled endpoint gets nothing, neither what waited nor what comes", async () => {
  const { endpoint, received } = await listen({}, 500);
  await stripe.customers.create({});
  await deliver();
  await stripe.webhookEndpoints.update(endpoint.id, { disabled: true });
  await stripe.customers.create({});
  await advance("1d");
  await deliver();
  expect(received).toHaveLength(1);
  const { data } = await stripe.events.list({ type: "customer.created", limit: 2 });
  expect(data.map(({ pending_webhooks }) => pending_webhooks)).toEqual([0, 0]);
});
