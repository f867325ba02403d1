import { afterAll, expect, test } from "vitest";
import { advance, request, resetSandbox } from "#sandbox/testing.ts";
import { account, deliver, listen, stripe, tell, useOwnAccount } from "./testing.ts";

useOwnAccount();
afterAll(resetSandbox);

test("events are listed newest first, by type, group, time and delivery", async () => {
  const { id } = await stripe.customers.create({});
  await stripe.customers.update(id, { name: "Ann" });
  await stripe.products.create({ name: "Plan" });
  const typesOf = async (params: object) => (await stripe.events.list(params)).data.map(({ type }) => type);
  expect(await typesOf({})).toEqual(["product.created", "customer.updated", "customer.created"]);
  expect(await typesOf({ type: "customer.*" })).toEqual(["customer.updated", "customer.created"]);
  expect(await typesOf({ type: "product.created" })).toEqual(["product.created"]);
  const types = ["product.created", "customer.created"];
  expect(await typesOf({ types })).toEqual(types);
  const [newest] = (await stripe.events.list({ limit: 1 })).data;
  expect(await typesOf({ created: { gt: newest?.created ?? 0 } })).toEqual([]);
  expect(await typesOf({ created: { lte: newest?.created ?? 0 }, limit: 2 })).toHaveLength(2);
  expect(await typesOf({ delivery_success: false })).toEqual([]);
  await expect(stripe.events.list({ type: "customer.*", types: ["charge.failed"] })).rejects.toMatchObject({
    statusCode: 400,
  });
});

test("an event is kept for thirty days", async () => {
  await stripe.customers.create({});
  const [event] = (await stripe.events.list({ limit: 1 })).data;
  await advance("30d");
  expect(await stripe.events.retrieve(event?.id ?? "")).toEqual(event);
  await advance("1m");
  await expect(stripe.events.retrieve(event?.id ?? "")).rejects.toMatchObject({ statusCode: 404 });
  expect((await stripe.events.list()).data).toEqual([]);
});

test("an unknown event is a 404", async () => {
  await expect(stripe.events.retrieve("evt_404")).rejects.toMatchObject({
    statusCode: 404,
    message: "No such event: 'evt_404'",
  });
});

test("control tells of a type and a customer that Stripe does not know", async () => {
  const { received } = await listen({ enabled_events: ["*"] });
  const object = { id: "cus_404", object: "customer" };
  const sent = await tell("/events", { type: "customer.abducted", object });
  expect(sent).toMatchObject({ status: 201, body: { type: "customer.abducted", request: { id: null } } });
  await deliver();
  expect(received.map(({ event }) => event)).toMatchObject([
    { type: "customer.abducted", data: { object: { id: "cus_404" } } },
  ]);
  expect((await tell("/events", { object })).status).toBe(400);
});

test("control delivers an event again, and shows each request with its answer", async () => {
  const { endpoint, received } = await listen({}, 500, 200);
  await stripe.customers.create({});
  await deliver();
  const { id = "" } = received[0]?.event ?? {};
  expect((await stripe.events.retrieve(id)).pending_webhooks).toBe(1);
  expect(await tell(`/events/${id}/redeliver`, {})).toMatchObject({ body: { deliveries: 1 } });
  expect((await stripe.events.retrieve(id)).pending_webhooks).toBe(0);
  const { pending, sent } = JSON.parse(
    (await request(`/control/stripe/webhooks?account=${account}&event=${id}`)).text,
  );
  expect(pending).toEqual([]);
  expect(sent).toMatchObject([
    { event: id, endpoint: endpoint.id, status: 500, response: "answer 500", body: received[0]?.body },
    { event: id, status: 200, headers: { "Stripe-Signature": received[1]?.signature } },
  ]);
  expect((await tell("/events/evt_404/redeliver", {})).status).toBe(400);
});

test("an object that is not what it says goes out as it is, and what comes after it too", async () => {
  const { received } = await listen({ enabled_events: ["*"], api_version: "2024-06-20" });
  const broken = [
    { object: "subscription", items: 5 },
    { object: "invoice", lines: { data: [null] }, total_taxes: 1 },
  ];
  for (const object of broken) await tell("/events", { type: "invoice.updated", object });
  await stripe.customers.create({});
  await deliver();
  expect(received.map(({ event }) => event.type)).toEqual([
    "invoice.updated",
    "invoice.updated",
    "customer.created",
  ]);
  expect(received[0]?.event).toMatchObject({ api_version: "2024-06-20", data: { object: broken[0] } });
});
