import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { reconcileAccount } from "#billing/reconcile/reconcile-account.ts";
import { replayEvent, replayMissed } from "#billing/reconcile/replay-events.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { createOrganization, type TestOrganization } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import {
  addStripeFault,
  createCustomer,
  deliverWebhooks,
  listDrifts,
  readAccount,
  stripe,
  subscribe,
} from "#tests/stripe.ts";
import { reconcileBilling } from "./reconcile-billing.ts";

/** A subscription that was canceled in Stripe without anybody hearing of it. */
async function createUnaware() {
  const organization = await createOrganization();
  const { id, customer } = await subscribe(organization);
  await deliverWebhooks();
  await addStripeFault({ kind: "drop", customer: String(customer) });
  await stripe.subscriptions.update(id, { cancel_at_period_end: true });
  expect((await readAccount(organization)).cancel_at).toBeNull();
  return { organization, id };
}

const reconcile = async ({ id }: TestOrganization) =>
  reconcileAccount({ env, id, now: await getNow(env), by: { actor: "system" } });

const findEvent = async (subscription: string) => {
  const { data } = await stripe.events.list({ type: "customer.subscription.updated", limit: 100 });
  const found = data.find(({ data: { object } }) => "id" in object && object.id === subscription);
  if (found === undefined) throw new Error("Stripe has told of nothing.");
  return found.id;
};

test("what happens when an event was lost: reconciling repairs the account, and says what differed and why", async () => {
  const { organization } = await createUnaware();
  expect(await reconcile(organization)).toBe(1);
  expect((await readAccount(organization)).cancel_at).not.toBeNull();
  expect(await listDrifts(organization)).toMatchObject([
    { kind: "state", expected: '{"cancelAt":null}', cause: expect.stringContaining("No event told of it") },
  ]);
  expect(await reconcile(organization)).toBe(0);
  expect(await listDrifts(organization)).toHaveLength(1);
});

test("what happens when an event failed here: the drift names it", async () => {
  const { organization, id } = await createUnaware();
  const { customer_id } = await readAccount(organization);
  await database
    .prepare(
      "insert into billing_events (id, type, customer_id, state, error, created_at, received_at) values (?, 'customer.subscription.updated', ?, 'failed', 'D1 was down', 9e15, 0)",
    )
    .bind(`evt_of_${id}`, customer_id)
    .run();
  await reconcile(organization);
  expect(await listDrifts(organization)).toMatchObject([
    { cause: `The event evt_of_${id} (customer.subscription.updated) failed: D1 was down` },
  ]);
});

test("what happens when an account was not read for a day: the job reads it", async () => {
  const { organization } = await createUnaware();
  await database
    .prepare("update billing_accounts set synced_at = ? where organization_id = ?")
    .bind((await getNow(env)) - 25 * 3_600_000, organization.id)
    .run();
  await reconcileBilling(env);
  expect((await readAccount(organization)).cancel_at).not.toBeNull();
  expect(await listDrifts(organization)).toHaveLength(1);
});

test("what happens when an event never arrived: it is looked up and processed, once", async () => {
  const { organization, id } = await createUnaware();
  await advanceClock("6m");
  const now = await getNow(env);
  expect((await replayMissed({ env, now })).events).toBeGreaterThan(0);
  expect((await readAccount(organization)).cancel_at).not.toBeNull();
  const event = await findEvent(id);
  expect(await database.prepare("select state from billing_events where id = ?").bind(event).first()).toEqual(
    {
      state: "completed",
    },
  );
  expect(await replayMissed({ env, now })).toEqual({ events: 0, hasMore: false });
});

test("what happens after an outage: many missed events of one customer are one reading", async () => {
  const { organization, id } = await createUnaware();
  for (const cancel_at_period_end of [false, true, false, true]) {
    await stripe.subscriptions.update(id, { cancel_at_period_end });
  }
  await advanceClock("6m");
  const { ticket } = await readAccount(organization);
  const { events } = await replayMissed({ env, now: await getNow(env) });
  expect(events).toBeGreaterThanOrEqual(5);
  expect((await readAccount(organization)).ticket).toBe(ticket + 1);
  const { customer_id } = await readAccount(organization);
  const { results } = await database
    .prepare("select distinct state, billed_organization from billing_events where customer_id = ?")
    .bind(customer_id)
    .all();
  expect(results).toEqual([{ state: "completed", billed_organization: organization.id }]);
});

test("what happens when many accounts were not read for a day: thirty in a run, none after its time, and one run at a time", async () => {
  const organizations = await Promise.all(Array.from({ length: 28 }, () => createOrganization()));
  for (const organization of organizations) await createCustomer(organization);
  const countRead = async () => {
    const accounts = await Promise.all(organizations.map(readAccount));
    return accounts.filter(({ synced_at }) => synced_at !== null).length;
  };
  await reconcileBilling(env, 0);
  expect(await countRead()).toBe(0);
  await database
    .prepare(
      "insert into rate_limits (key, count, window_start, strikes, blocked_until) values ('job:reconcile-billing', 1, ?, 0, 0)",
    )
    .bind(await getNow(env))
    .run();
  await reconcileBilling(env);
  expect(await countRead()).toBe(0);
  await advanceClock("6m");
  await reconcileBilling(env);
  expect(await countRead()).toBe(28);
});

test("what happens when somebody replays one event: it is processed again, whatever became of it", async () => {
  const { organization, id } = await createUnaware();
  const event = await findEvent(id);
  const now = await getNow(env);
  expect(await replayEvent({ env, now }, event)).toBe("completed");
  const { ticket, cancel_at } = await readAccount(organization);
  expect(cancel_at).not.toBeNull();
  expect(await replayEvent({ env, now }, event)).toBe("completed");
  expect((await readAccount(organization)).ticket).toBe(ticket + 1);
});

test("what happens when nobody is billed: the job asks Stripe for nothing", async () => {
  const { organization } = await createUnaware();
  await database
    .prepare("update billing_accounts set synced_at = 0 where organization_id = ?")
    .bind(organization.id)
    .run();
  await reconcileBilling({ ...env, STRIPE_SECRET_KEY: undefined });
  expect((await readAccount(organization)).cancel_at).toBeNull();
});
