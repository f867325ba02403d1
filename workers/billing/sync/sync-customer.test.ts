import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { createOrganization, getValue, restart, type TestOrganization } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import {
  createCustomer,
  findPrice,
  listChanges,
  listDrifts,
  readAccount,
  stripe,
  subscribe,
  sync,
} from "#tests/stripe.ts";
import { syncCustomer } from "./sync-customer.ts";

const kinds = async (organization: TestOrganization) =>
  (await listChanges(organization)).map(({ kind }) => kind);
const getEntitlement = async ({ object }: TestOrganization) => getValue(await object.getEntitlement());

test("what happens when an organization subscribes: plan, quantity and history are written, and the object obeys", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 7 });
  expect(await readAccount(organization)).toMatchObject({
    plan: "starter",
    status: "active",
    subscription_id: id,
    subscription_status: "active",
    quantity: 7,
    mrr: 3_500,
  });
  expect(await kinds(organization)).toEqual(["subscribed"]);
  const { entitlement_version } = await readAccount(organization);
  expect(await getEntitlement(organization)).toMatchObject({
    plan: "starter",
    status: "active",
    version: entitlement_version,
  });
  const { results } = await database
    .prepare("select status, total, quantity from invoices where organization_id = ?")
    .bind(organization.id)
    .all();
  expect(results).toEqual([{ status: "paid", total: 3_500, quantity: 7 }]);
});

test("what happens when nothing has changed: no history, and the entitlement keeps its version", async () => {
  const organization = await createOrganization();
  await subscribe(organization);
  const before = await readAccount(organization);
  await sync(organization);
  const after = await readAccount(organization);
  expect(after.entitlement_version).toBe(before.entitlement_version);
  expect(after.synced_ticket).toBeGreaterThan(before.synced_ticket);
  expect(await kinds(organization)).toEqual(["subscribed"]);
});

test("what happens when a reading comes back after a later one: its result is dropped", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 2 });
  const isRead = Promise.withResolvers<void>();
  const mayWrite = Promise.withResolvers<void>();
  // What was read is written in one batch.
  const DB: D1Database = new Proxy(env.DB, {
    get: (target, name) => {
      if (name !== "batch") return Reflect.get(target, name, target);
      return async (statements: D1PreparedStatement[]) => {
        isRead.resolve();
        await mayWrite.promise;
        return target.batch(statements);
      };
    },
  });
  const now = await getNow(env);
  const slow = syncCustomer({ env: { ...env, DB }, id: organization.id, now, by: { actor: "system" } });
  await isRead.promise;
  const [item] = (await stripe.subscriptions.retrieve(id)).items.data;
  await stripe.subscriptions.update(id, { items: [{ id: item?.id ?? "", quantity: 5 }] });
  const fast = await sync(organization);
  expect(fast).toMatchObject({ isWritten: true, after: { quantity: 5 } });
  mayWrite.resolve();
  expect(await slow).toMatchObject({ isWritten: false, after: { quantity: 5 } });
  expect(await readAccount(organization)).toMatchObject({ quantity: 5 });
});

test("what happens when many readings run at once: each change is told once", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 2 });
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  await Promise.all(Array.from({ length: 6 }, () => sync(organization)));
  expect(await kinds(organization)).toEqual(["subscribed", "cancel_scheduled"]);
  const { ticket, synced_ticket } = await readAccount(organization);
  expect(synced_ticket).toBeLessThanOrEqual(ticket);
});

test("what happens when the customer was deleted in Stripe: its subscription has ended, what it kept stays for thirty days, and it is recorded", async () => {
  const organization = await createOrganization();
  const { customer, id } = await subscribe(organization);
  await advanceClock("20d");
  await stripe.customers.del(String(customer));
  await sync(organization);
  await sync(organization);
  const ended = await readAccount(organization);
  expect(ended).toMatchObject({
    customer_id: null,
    subscription_id: id,
    status: "free",
    former_plan: "starter",
  });
  expect(Number(ended.kept_until) - Number(ended.ended_at)).toBe(30 * 24 * 60 * 60 * 1_000);
  expect((await getEntitlement(organization)).auditDays).toBe(30);
  expect((await kinds(organization)).at(-1)).toBe("canceled");
  expect(await listDrifts(organization)).toMatchObject([{ kind: "customer", found: "deleted" }]);
  const again = await createCustomer(organization);
  expect(again).not.toBe(customer);
  await subscribe(organization);
  expect(await readAccount(organization)).toMatchObject({ customer_id: again, status: "active" });
});

test("what happens when a customer is made while a reading runs: the reading does not undo it", async () => {
  const organization = await createOrganization();
  const [customer] = await Promise.all([
    createCustomer(organization),
    sync(organization),
    sync(organization),
  ]);
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({ customer_id: customer });
});

test("what happens when two subscriptions were paid for: the newer is canceled, and what was paid for it is credited", async () => {
  const organization = await createOrganization();
  const { id, customer } = await subscribe(organization, { quantity: 4 });
  const price = await findPrice({ plan: "starter", kind: "listing", interval: "month" });
  const second = await stripe.subscriptions.create({
    customer: String(customer),
    items: [{ price, quantity: 4 }],
    metadata: { organization: organization.id },
  });
  await Promise.all([sync(organization), sync(organization)]);
  expect(await readAccount(organization)).toMatchObject({ subscription_id: id, status: "active" });
  expect((await stripe.subscriptions.retrieve(second.id)).status).toBe("canceled");
  const { balance } = await stripe.customers.retrieve(String(customer)).then((found) => {
    if (found.deleted) throw new Error("The customer is gone.");
    return found;
  });
  // 4 listings of $5, but for the minute that passed.
  expect(balance).toBeLessThanOrEqual(-1_990);
  expect(await kinds(organization)).toEqual(["subscribed", "duplicate_canceled"]);
  expect(await listDrifts(organization)).toMatchObject([
    { kind: "duplicate_subscription", found: second.id },
  ]);

  await advanceClock("40d");
  await stripe.subscriptions.cancel(id);
  await sync(organization);
  const { ended_at, kept_until } = await readAccount(organization);
  expect(await readAccount(organization)).toMatchObject({ subscription_id: id, status: "free" });
  expect(Number(ended_at)).toBeGreaterThan((await getNow(env)) - 24 * 60 * 60 * 1_000);
  expect(Number(kept_until)).toBeGreaterThan(await getNow(env));
  expect((await kinds(organization)).at(-1)).toBe("canceled");
});

test("what happens when a subscription is in another currency: it is recorded", async () => {
  const organization = await createOrganization();
  const customer = await createCustomer(organization);
  const { id: price } = await stripe.prices.create({
    product: "latchkey_starter_listing",
    currency: "eur",
    unit_amount: 500,
    recurring: { interval: "month" },
  });
  await stripe.subscriptions.create({ customer, items: [{ price, quantity: 1 }] });
  await sync(organization);
  await sync(organization);
  expect(await listDrifts(organization)).toMatchObject([{ kind: "state", expected: "usd", found: "eur" }]);
});

test("what happens when the push to the object is lost: the object reads what is written when it wakes", async () => {
  const organization = await createOrganization();
  await createCustomer(organization);
  const deaf: Env = {
    ...env,
    ORGANIZATION: new Proxy(env.ORGANIZATION, {
      get: (target, name) => {
        if (name === "getByName") throw new Error("The object cannot be reached.");
        return Reflect.get(target, name, target);
      },
    }),
  };
  const { customer_id } = await readAccount(organization);
  await stripe.subscriptions.create({
    customer: customer_id ?? "",
    items: [{ price: await findPrice({ plan: "pro", kind: "base", interval: "month" }), quantity: 1 }],
  });
  const now = await getNow(env);
  const losing = syncCustomer({ env: deaf, id: organization.id, now, by: { actor: "system" } });
  await expect(losing).rejects.toThrow("cannot be reached");
  expect(await readAccount(organization)).toMatchObject({ plan: "pro", status: "active" });
  await restart(organization);
  await vi.waitFor(async () => {
    expect(await getEntitlement(organization)).toMatchObject({ plan: "pro", status: "active" });
  });
});
