import { afterAll, expect, test } from "vitest";
import { advance, control, request, resetSandbox } from "#sandbox/testing.ts";
import { account, deliver, listen, setFault, stripe, tell, useOwnAccount } from "../events/testing.ts";

useOwnAccount();
afterAll(resetSandbox);

const standStill = () => control("/clock", { speed: 0 });

test("a duplicate is the same event a second time", async () => {
  await setFault({ kind: "duplicate", type: "customer.created", times: 1 });
  const { received } = await listen();
  await stripe.customers.create({});
  await stripe.customers.create({});
  await deliver();
  expect(received).toHaveLength(3);
  expect(received[1]?.event.id).toBe(received[0]?.event.id);
  expect((await stripe.events.retrieve(received[0]?.event.id ?? "")).pending_webhooks).toBe(0);
});

test("a dropped event never arrives, though Stripe believes that it did; the others do", async () => {
  const { received } = await listen();
  const { id } = await stripe.customers.create({});
  await setFault({ kind: "drop", type: "customer.updated", customer: id, times: 1 });
  await stripe.customers.update(id, { name: "lost" });
  await stripe.customers.update(id, { name: "seen" });
  await deliver();
  expect(received.map(({ event }) => event.data.object.name)).toEqual([null, "seen"]);
  const { data } = await stripe.events.list({ type: "customer.updated", limit: 2 });
  expect(data.map(({ pending_webhooks }) => pending_webhooks)).toEqual([0, 0]);
});

test("a delayed type comes its seconds later, after what happened since", async () => {
  await standStill();
  await setFault({ kind: "delay", type: "customer.created", seconds: 60 });
  const { types } = await listen();
  const { id } = await stripe.customers.create({});
  await stripe.customers.update(id, { name: "Ann" });
  await deliver();
  expect(types()).toEqual(["customer.updated"]);
  await advance("60s");
  await deliver();
  expect(types()).toEqual(["customer.updated", "customer.created"]);
});

test("a stale snapshot is delivered after a newer one of the same object", async () => {
  await standStill();
  const { received } = await listen();
  const { id } = await stripe.customers.create({ name: "old" });
  await deliver();
  await setFault({ kind: "stale", type: "customer.updated", customer: id, times: 1 });
  await stripe.customers.update(id, { name: "older" });
  await deliver();
  expect(received).toHaveLength(1);
  await stripe.customers.update(id, { name: "newer" });
  await deliver();
  expect(received.map(({ event }) => event.data.object.name)).toEqual(["old", "newer", "older"]);
});

test("shuffled, what one call tells goes out backwards", async () => {
  await setFault({ kind: "shuffle", times: 1 });
  const { types } = await listen({ enabled_events: ["*"] });
  await stripe.products.create({ name: "Plan", default_price_data: { currency: "usd", unit_amount: 100 } });
  await deliver();
  const { data } = await stripe.events.list({ limit: 2 });
  expect(types()).toEqual(data.map(({ type }) => type));
  expect(types()).toHaveLength(2);
});

test("a fault is refused that makes no sense, and all can be cleared", async () => {
  for (const [rule, problem] of [
    [{ kind: "vanish" }, "kind"],
    [{ kind: "delay" }, "seconds"],
    [{ kind: "error", status: 429, when: "after" }, "twice"],
    [{ kind: "drop", times: 0 }, "times"],
    [{ kind: "drop", account: "acct_404" }, "acct_404"],
  ] as const)
    expect((await tell("/faults", rule)).status, problem).toBe(400);
  await tell("/faults", { kind: "drop" });
  const cleared = await request(`/control/stripe/faults?account=${account}`, { method: "DELETE" });
  expect(JSON.parse(cleared.text)).toEqual({ removed: 1 });
});
