import { env } from "cloudflare:workers";
import { afterEach, expect, test } from "vitest";
import { getNow } from "#lib/get-now.ts";
import { connect } from "#tests/connections.ts";
import { database } from "#tests/database.ts";
import { addListings, archiveListing } from "#tests/listings.ts";
import { createOrganization, getValue, type TestOrganization } from "#tests/organization.ts";
import { addFault, advanceClock, createAccount, removeFaults } from "#tests/sandbox.ts";
import {
  addStripeFault,
  listChanges,
  listDrifts,
  readAccount,
  removeStripeFaults,
  stripe,
  subscribe,
} from "#tests/stripe.ts";
import { syncListings } from "./sync-listings.ts";

afterEach(removeStripeFaults);

const sync = async ({ id }: TestOrganization, source: "daily" | "manual" = "daily") =>
  syncListings({ env, id, now: await getNow(env), by: { actor: "system" } }, source);

const readRows = async ({ id }: TestOrganization, table: "listing_counts" | "quantity_changes") =>
  (await database.prepare(`select * from ${table} where organization_id = ? order by day`).bind(id).all())
    .results;

async function readQuantity(subscription: string) {
  const { items } = await stripe.subscriptions.retrieve(subscription);
  return items.data.map(({ quantity }) => quantity);
}

const nextDay = () => advanceClock("1d");

test("15 listings become 18: one write with the item's id, prorated from midnight, and the row says so", async () => {
  const organization = await createOrganization();
  const subscription = await subscribe(organization, { quantity: 3 });
  await nextDay();
  await addListings(organization.account, 3);
  const synced = await sync(organization);
  expect(synced).toMatchObject({ listings: 6, quantity: 6, changed: true });
  const after = await stripe.subscriptions.retrieve(subscription.id);
  expect(after.items.data.map(({ id, quantity }) => [id, quantity])).toEqual([
    [subscription.items.data[0]?.id, 6],
  ]);
  const { data } = await stripe.invoiceItems.list({ customer: String(after.customer), pending: true });
  const midnight = Math.floor((await getNow(env)) / 86_400_000) * 86_400;
  expect(data.map(({ period }) => period.start)).toEqual([midnight, midnight]);
  expect(synced.proration).toBe(data.reduce((sum, { amount }) => sum + amount, 0));
  expect(synced.proration).toBeGreaterThan(0);
  expect(await readAccount(organization)).toMatchObject({ quantity: 6, listings: 6, operation: null });
  expect(await readRows(organization, "listing_counts")).toMatchObject([{ listings: 6 }]);
  expect(await readRows(organization, "quantity_changes")).toMatchObject([
    { from_quantity: 3, to_quantity: 6, state: "written", source: "daily", proration_date: midnight },
  ]);
  expect((await listChanges(organization)).map(({ kind }) => kind)).toContain("quantity_changed");
});

test("what has not changed is not written", async () => {
  const organization = await createOrganization();
  await subscribe(organization, { quantity: 3 });
  expect(await sync(organization)).toMatchObject({ quantity: 3, changed: false, proration: null });
  expect(await readRows(organization, "quantity_changes")).toEqual([]);
});

test("a second change on one day waits for the next, and is billed from then", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 3 });
  const [first = 0] = await addListings(organization.account, 1);
  await sync(organization);
  await archiveListing(organization.account, first);
  const second = await sync(organization, "manual");
  expect(second).toMatchObject({ listings: 3, quantity: 4, changed: false });
  const tomorrow = new Date((await getNow(env)) + 86_400_000).toISOString().slice(0, 10);
  expect(second.billedFrom).toBe(tomorrow);
  expect(await readQuantity(id)).toEqual([4]);
  expect(await readRows(organization, "listing_counts")).toMatchObject([{ listings: 4 }]);
  await nextDay();
  expect(await sync(organization)).toMatchObject({ quantity: 3, changed: true });
  expect(await readRows(organization, "quantity_changes")).toMatchObject([
    { to_quantity: 4 },
    { from_quantity: 4, to_quantity: 3 },
  ]);
});

test("right after a renewal the change counts from the renewal, since midnight was in the period before", async () => {
  const organization = await createOrganization();
  await subscribe(organization, { quantity: 3 });
  await addListings(organization.account, 1);
  const { proration } = await sync(organization);
  expect(proration).toBe(500);
});

test("no listing left is quantity 0, and the subscription goes on", async () => {
  const account = await createAccount("empty");
  const [only = 0] = await addListings(account, 1);
  const organization = await createOrganization(account);
  const { id } = await subscribe(organization, { quantity: 1 });
  await archiveListing(account, only);
  await nextDay();
  expect(await sync(organization)).toMatchObject({ listings: 0, quantity: 0, changed: true });
  expect((await stripe.subscriptions.retrieve(id)).status).toBe("active");
});

test("Pro without an item for listings gets one with the first listing", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { plan: "pro", quantity: 0 });
  await nextDay();
  expect(await sync(organization)).toMatchObject({ quantity: 3, changed: true });
  expect(await readQuantity(id)).toEqual([1, 3]);
  expect(await readAccount(organization)).toMatchObject({ plan: "pro", quantity: 3 });
});

test("a yearly base gets a monthly item for its listings", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { plan: "pro", interval: "year", quantity: 0 });
  await nextDay();
  await sync(organization);
  const { items } = await stripe.subscriptions.retrieve(id);
  expect(items.data.map(({ price, quantity }) => [price.recurring?.interval, quantity])).toEqual([
    ["year", 1],
    ["month", 3],
  ]);
});

test("without a subscription the listings are counted, and nothing is billed", async () => {
  const organization = await createOrganization();
  expect(await sync(organization)).toEqual({
    listings: 3,
    quantity: null,
    changed: false,
    proration: null,
    billedFrom: null,
  });
  expect(await readRows(organization, "listing_counts")).toMatchObject([{ listings: 3 }]);
});

test("a subscription that was canceled meanwhile is not written to, and the row says so at once", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 3 });
  await addListings(organization.account, 1);
  await stripe.subscriptions.cancel(id);
  expect(await sync(organization)).toMatchObject({ quantity: null, changed: false });
  expect(await readRows(organization, "quantity_changes")).toEqual([]);
});

test.each([
  ["Hostaway is down", { kind: "error", path: "/listings", status: 500 } as const],
  ["a page is unreadable", { kind: "html", path: "/listings" } as const],
])("while %s nothing changes, here or at Stripe", async (_, fault) => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 3 });
  getValue(await connect(organization, await createAccount()));
  await addFault(organization.account, fault);
  await expect(sync(organization, "manual")).rejects.toMatchObject({ code: "upstream_unavailable" });
  expect(await readQuantity(id)).toEqual([3]);
  expect(await readRows(organization, "listing_counts")).toEqual([]);
  await removeFaults(organization.account);
  expect(await sync(organization)).toMatchObject({ quantity: 6, changed: true });
});

test("a quantity that somebody set at Stripe is a drift, put right, and told of", async () => {
  const organization = await createOrganization();
  const { id, items } = await subscribe(organization, { quantity: 3 });
  await sync(organization);
  await stripe.subscriptions.update(id, { items: [{ id: items.data[0]?.id, quantity: 9 }] });
  await nextDay();
  expect(await sync(organization)).toMatchObject({ listings: 3, quantity: 3, changed: true });
  expect(await listDrifts(organization)).toMatchObject([
    { kind: "quantity", found: "9 at Stripe", cause: expect.stringContaining("not by Latchkey") },
  ]);
});

test.each([
  ["before it was done", "before"],
  ["after it was done", "after"],
] as const)("a failure of Stripe %s is finished by the next call, from the same day on", async (_, when) => {
  const organization = await createOrganization();
  const { id, customer } = await subscribe(organization, { quantity: 3 });
  await nextDay();
  await addListings(organization.account, 2);
  const path = `/v1/subscriptions/${id}`;
  await addStripeFault({
    kind: "error",
    method: "POST",
    path,
    status: 500,
    when,
  });
  await expect(sync(organization)).rejects.toMatchObject({ code: "upstream_unavailable" });
  await removeStripeFaults();
  await nextDay();
  expect(await sync(organization)).toMatchObject({ quantity: 5 });
  const [change, ...others] = await readRows(organization, "quantity_changes");
  expect([change?.state, others]).toEqual(["written", []]);
  const { data } = await stripe.invoiceItems.list({ customer: String(customer), pending: true });
  expect(data.map(({ period }) => period.start)).toEqual([change?.proration_date, change?.proration_date]);
});

test("a lock at Stripe leaves the change to the next call, under the same key", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { quantity: 3 });
  await addListings(organization.account, 2);
  const path = `/v1/subscriptions/${id}`;
  const fault = { kind: "error", method: "POST", path, status: 429, code: "lock_timeout" };
  await addStripeFault(fault);
  await expect(sync(organization)).rejects.toMatchObject({ code: "upstream_busy" });
  const [before] = await readRows(organization, "quantity_changes");
  expect(before?.state).toBe("pending");
  await removeStripeFaults();
  await sync(organization);
  const [after] = await readRows(organization, "quantity_changes");
  expect(after).toMatchObject({ id: before?.id, state: "written" });
});
