import { afterEach, expect, test, vi } from "vitest";
import { askFor, createSubscriber } from "#tests/billing.ts";
import { database } from "#tests/database.ts";
import { addListings, archiveListing } from "#tests/listings.ts";
import { killAtEveryStep } from "#tests/mortal-env.ts";
import { codeOf, refusalOf } from "#tests/refusal.ts";
import { advanceClock } from "#tests/sandbox.ts";
import {
  addStripeFault,
  listChanges,
  listDrifts,
  readAccount,
  removeStripeFaults,
  setCard,
  stripe,
} from "#tests/stripe.ts";
import { syncListings } from "../quantity/sync-listings.ts";
import { changePlan } from "./change-plan.ts";
import { undoChange } from "./undo-change.ts";

// Each test pays for a subscription of its own, which takes some dozen requests.
vi.setConfig({ testTimeout: 60_000 });

afterEach(removeStripeFaults);

const soldIn = async (subscription: string) =>
  (await stripe.subscriptions.retrieve(subscription)).items.data.map(({ price, quantity }) => [
    price.lookup_key,
    quantity,
  ]);

async function readPhases(subscription: string) {
  const { schedule } = await stripe.subscriptions.retrieve(subscription, { expand: ["schedule"] });
  if (schedule === null || typeof schedule === "string") return null;
  return schedule.phases.map(({ metadata }) => metadata?.lookup_key ?? null);
}

test("a quantity that a crash left unsent is sent before the plan changes, and never after it", async () => {
  const { organization, subscription, listings } = await createSubscriber();
  await advanceClock("1d");
  const added = await addListings(organization.account, 2);
  await addStripeFault({
    kind: "error",
    status: 500,
    method: "POST",
    path: `/v1/subscriptions/${subscription}`,
  });
  expect(await codeOf(async () => syncListings(await askFor(organization), "daily"))).toBe(
    "upstream_unavailable",
  );
  await removeStripeFaults();
  for (const id of added) await archiveListing(organization.account, id);
  await changePlan(await askFor(organization), { plan: "pro" });
  expect(await soldIn(subscription)).toContainEqual(["latchkey_pro_listing", listings]);
  const synced = await syncListings(await askFor(organization), "manual");
  expect(synced).toMatchObject({ listings, quantity: listings, changed: false });
  expect(await soldIn(subscription)).toContainEqual(["latchkey_pro_listing", listings]);
  const { results } = await database
    .prepare("select state, to_quantity from quantity_changes where organization_id = ?")
    .bind(organization.id)
    .all();
  expect(results).toEqual([{ state: "written", to_quantity: listings + 2 }]);
  const count = await database
    .prepare("select listings from listing_counts where organization_id = ? order by day desc limit 1")
    .bind(organization.id)
    .first();
  expect(count).toEqual({ listings });
  expect(await listDrifts(organization)).toEqual([]);
});

test("a declined upgrade leaves the downgrade that was scheduled where it was, and nothing to pay", async () => {
  const { organization, customer, subscription, listings } = await createSubscriber({ plan: "pro" });
  const { effectiveAt } = await changePlan(await askFor(organization), { plan: "starter" });
  await setCard(customer, "declined");
  const upgrading = async () => changePlan(await askFor(organization), { plan: "enterprise" });
  expect((await refusalOf(upgrading)).code).toBe("payment_failed");
  await setCard(customer, "authenticate_always");
  const refusal = await refusalOf(upgrading);
  expect([refusal.code, refusal.message]).toEqual(["payment_failed", expect.stringContaining("confirm")]);
  expect(await readAccount(organization)).toMatchObject({
    plan: "pro",
    next_plan: "starter",
    next_at: effectiveAt,
    quantity: listings,
    operation: null,
  });
  expect(await readPhases(subscription)).toEqual([null, "latchkey_starter_listing"]);
  expect((await stripe.invoices.list({ customer, status: "open" })).data).toEqual([]);
  await setCard(customer, null);
  await upgrading();
  expect(await readAccount(organization)).toMatchObject({ plan: "enterprise", next_plan: null });
});

test("another downgrade takes the place of the one that waits, in one request", async () => {
  const { organization, subscription } = await createSubscriber({ plan: "enterprise" });
  await changePlan(await askFor(organization), { plan: "starter" });
  const { schedule_id } = await readAccount(organization);
  await changePlan(await askFor(organization), { plan: "pro" });
  expect(await readAccount(organization)).toMatchObject({
    schedule_id,
    next_plan: "pro",
    plan: "enterprise",
  });
  expect(await readPhases(subscription)).toEqual([null, "latchkey_pro_base_month"]);
  const scheduled = (await listChanges(organization)).filter(({ kind }) => kind === "downgrade_scheduled");
  expect(scheduled.map(({ to_plan }) => to_plan)).toEqual(["starter", "pro"]);
});

test("a schedule that was made and never filled in is filled in by the next attempt, or taken back", async () => {
  const { organization, subscription } = await createSubscriber({ plan: "pro" });
  const path = "/v1/subscription_schedules/";
  const change = async () => changePlan(await askFor(organization), { plan: "starter" });
  await addStripeFault({ kind: "error", status: 500, method: "POST", path });
  expect(await codeOf(change)).toBe("upstream_unavailable");
  await removeStripeFaults();
  expect(await readPhases(subscription)).toEqual([null]);
  expect(await readAccount(organization)).toMatchObject({ plan: "pro", next_plan: null, operation: null });
  await change();
  expect(await readPhases(subscription)).toEqual([null, "latchkey_starter_listing"]);
  await undoChange(await askFor(organization));
  expect(await readPhases(subscription)).toBeNull();
});

test("an upgrade killed at every step is charged once, and the next attempt completes it", async () => {
  const killed = await killAtEveryStep(
    async () => createSubscriber(),
    async (env, { organization }) => changePlan({ ...(await askFor(organization)), env }, { plan: "pro" }),
  );
  expect(killed.length).toBeGreaterThanOrEqual(8);
  await advanceClock("10m");
  for (const { organization, customer } of killed) {
    await changePlan(await askFor(organization), { plan: "pro" }).catch(() => {});
    expect(await readAccount(organization)).toMatchObject({ plan: "pro", status: "active", operation: null });
    const { data } = await stripe.invoices.list({ customer });
    expect(data.filter(({ billing_reason }) => billing_reason === "subscription_update")).toHaveLength(1);
  }
}, 180_000);
