import Stripe from "stripe";
import { afterAll, expect, test } from "vitest";
import { resetSandbox } from "#sandbox/testing.ts";
import { listen, setFault, stripe, useOwnAccount } from "../events/testing.ts";

useOwnAccount();
afterAll(resetSandbox);

/** How many customers with that name there are. */
async function countNamed(name: string): Promise<number> {
  const { data } = await stripe.customers.list({ limit: 100 });
  return data.filter((customer) => customer.name === name).length;
}

test("a webhook may be answered before the call is", async () => {
  await setFault({ kind: "early", path: "/v1/customers", times: 1 });
  const { received } = await listen();
  const { id } = await stripe.customers.create({});
  expect(received).toHaveLength(1);
  expect(received[0]?.event.data.object.id).toBe(id);
});

test("who reads while handling a webhook does not wait for itself", async () => {
  await setFault({ kind: "early" });
  const { received } = await listen({}, async () => {
    await stripe.customers.list({ limit: 1 });
    return 200;
  });
  await stripe.customers.create({});
  expect(received).toHaveLength(1);
});

test("a call whose connection is cut has happened, and is not repeated under its key", async () => {
  await setFault({ kind: "cut", method: "POST", path: "/v1/customers", times: 1 });
  const create = () => stripe.customers.create({ name: "Cut" }, { idempotencyKey: "cut" });
  await expect(create()).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
  expect(await countNamed("Cut")).toBe(1);
  const { name, lastResponse } = await create();
  expect(name).toBe("Cut");
  expect(new Headers(lastResponse.headers).get("Idempotent-Replayed")).toBe("true");
  expect(await countNamed("Cut")).toBe(1);
});

test.for([
  { status: 409, code: "idempotency_key_in_use" },
  { status: 429, code: "lock_timeout" },
])("a $status $code has no effect and passes under the same key", async ({ status, code }, context) => {
  await setFault({ kind: "error", status, path: "/v1/customers", times: 1 });
  const name = context.task.name;
  const create = () => stripe.customers.create({ name }, { idempotencyKey: code });
  await expect(create()).rejects.toMatchObject({ statusCode: status, code });
  expect(await countNamed(name)).toBe(0);
  await create();
  expect(await countNamed(name)).toBe(1);
});

test.for([
  { when: "before", effects: 0 },
  { when: "after", effects: 1 },
])("a 500 $when the effect is said again under the same key", async ({ when, effects }) => {
  await setFault({ kind: "error", status: 500, when, method: "POST", path: "/v1/customers", times: 1 });
  const name = `500 ${when}`;
  const create = () => stripe.customers.create({ name }, { idempotencyKey: name });
  await expect(create()).rejects.toMatchObject({ statusCode: 500, type: "StripeAPIError" });
  await expect(create()).rejects.toMatchObject({
    statusCode: 500,
    headers: { "idempotent-replayed": "true" },
  });
  expect(await countNamed(name)).toBe(effects);
});

test("the official client gets over a conflict by itself", async () => {
  await setFault({ kind: "error", status: 409, path: "/v1/customers", times: 1 });
  await stripe.customers.create({ name: "Twice tried" }, { maxNetworkRetries: 1 });
  expect(await countNamed("Twice tried")).toBe(1);
});

test("a fault meets only the requests that name its customer", async () => {
  const [ann, bea] = [await stripe.customers.create({}), await stripe.customers.create({})];
  await setFault({ kind: "error", status: 503, customer: ann.id });
  await stripe.customers.retrieve(bea.id);
  await expect(stripe.customers.retrieve(ann.id)).rejects.toMatchObject({ statusCode: 503 });
});

test("a late or a slow answer is an answer all the same", async () => {
  await setFault({ kind: "latency", ms: 20, times: 1 });
  await setFault({ kind: "slow_body", ms: 20, times: 1 });
  const { id } = await stripe.customers.create({ name: "Slow" });
  expect(await stripe.customers.retrieve(id)).toMatchObject({ name: "Slow" });
});

test("who gives up waiting is not answered", async () => {
  await setFault({ kind: "latency", ms: 5000, times: 1 });
  const call = stripe.customers.list({}, { timeout: 20 });
  await expect(call).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError);
});
