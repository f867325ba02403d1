import { expect, test, vi } from "vitest";
import { askFor, createSubscriber } from "#tests/billing.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { listChanges, readAccount, stripe, sync } from "#tests/stripe.ts";
import { cancel } from "./cancel.ts";
import { changePlan } from "./change-plan.ts";
import { previewChange } from "./preview-change.ts";

// Months of everybody's invoices pass in each of them.
vi.setConfig({ testTimeout: 60_000 });

async function listPaid(customer: string) {
  const { data } = await stripe.invoices.list({ customer, limit: 100 });
  return data.map(({ total, status, billing_reason }) => [billing_reason, total, status]);
}

test("a scheduled downgrade comes into effect with the next period, which costs what the smaller plan costs", async () => {
  const { organization, customer, subscription, listings } = await createSubscriber({ plan: "pro" });
  await changePlan(await askFor(organization), { plan: "starter" });
  await advanceClock("32d");
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({
    plan: "starter",
    status: "active",
    next_plan: null,
    schedule_id: null,
    base_item_id: null,
    quantity: listings,
  });
  const { items } = await stripe.subscriptions.retrieve(subscription);
  expect(items.data.map(({ price, quantity }) => [price.lookup_key, quantity])).toEqual([
    ["latchkey_starter_listing", listings],
  ]);
  expect(await listPaid(customer)).toEqual([
    ["subscription_cycle", 500 * listings, "paid"],
    ["subscription_create", 4_900 + 500 * listings, "paid"],
  ]);
  expect((await listChanges(organization)).map(({ kind }) => kind)).toContain("downgraded");
});

test("a year becomes months when it is used up: twelve months of listings, and then the monthly price", async () => {
  const { organization, customer, listings } = await createSubscriber({ plan: "pro", interval: "year" });
  await changePlan(await askFor(organization), { plan: "pro" });
  await advanceClock("360d");
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({ interval: "year", next_interval: "month" });
  await advanceClock("7d");
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({ plan: "pro", interval: "month", next_plan: null });
  const paid = await listPaid(customer);
  expect(paid.map(([, total]) => total)).toEqual([
    4_900 + 500 * listings,
    ...Array.from({ length: 11 }, () => 500 * listings),
    49_000 + 500 * listings,
  ]);
});

test("a cancellation comes into effect with the period's end: Free, nothing charged, everything kept for thirty days", async () => {
  const { organization, customer, subscription } = await createSubscriber({ plan: "pro" });
  const { effectiveAt, dataKeptUntil } = await cancel(await askFor(organization), {});
  const before = await listPaid(customer);
  await advanceClock("32d");
  await sync(organization);
  expect((await stripe.subscriptions.retrieve(subscription)).status).toBe("canceled");
  expect(await readAccount(organization)).toMatchObject({
    plan: "free",
    status: "free",
    former_plan: "pro",
    ended_at: effectiveAt,
    kept_until: dataKeptUntil,
  });
  expect(await listPaid(customer)).toEqual(before);
});

test("a change within the trial costs nothing, and leaves its end where it is", async () => {
  const { organization, subscription, listings } = await createSubscriber({ isInTrial: true });
  const { trial_end } = await stripe.subscriptions.retrieve(subscription);
  const preview = await previewChange(await askFor(organization), { plan: "pro" });
  expect(preview).toMatchObject({ total: 0, due: 0 });
  await changePlan(await askFor(organization), { plan: "pro" });
  await changePlan(await askFor(organization), { plan: "starter" });
  const changed = await stripe.subscriptions.retrieve(subscription);
  expect([changed.status, changed.trial_end]).toEqual(["trialing", trial_end]);
  await advanceClock("15d");
  await sync(organization);
  expect(await readAccount(organization)).toMatchObject({ plan: "starter", status: "active" });
  const { latest_invoice } = await stripe.subscriptions.retrieve(subscription, {
    expand: ["latest_invoice"],
  });
  expect(latest_invoice).toMatchObject({ total: 500 * listings });
});
