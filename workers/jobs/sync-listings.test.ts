import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { BillingContext } from "#billing/billing-context.ts";
import { runDailySync } from "#billing/quantity/run-daily-sync.ts";
import { toSyncTime } from "#billing/quantity/to-sync-time.ts";
import { newId, type OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { addListings } from "#tests/listings.ts";
import { createOrganization } from "#tests/organization.ts";
import { addFault, advanceClock, removeFaults } from "#tests/sandbox.ts";
import { readAccount, subscribe } from "#tests/stripe.ts";
import { syncListings } from "./sync-listings.ts";

const MINUTE = 60_000;

async function setDue(ids: OrgId[], at: number): Promise<void> {
  await database
    .prepare(
      "update billing_accounts set next_listing_sync_at = ? where organization_id in (select value from json_each(?))",
    )
    .bind(at, JSON.stringify(ids))
    .run();
}

/** Nothing else is due. */
async function waitForAll(): Promise<void> {
  await database.prepare("update billing_accounts set next_listing_sync_at = 9e15").run();
}

/** Rows alone: no objects, nothing at Stripe. */
async function createRows(count: number, dueAt: number): Promise<OrgId[]> {
  const ids = Array.from({ length: count }, () => newId("org"));
  const list = JSON.stringify(ids);
  await database.batch([
    database
      .prepare(
        "insert into organizations (id, name, slug, state, created_at) select value, 'Many', value, 'active', 0 from json_each(?)",
      )
      .bind(list),
    database
      .prepare(
        "insert into billing_accounts (organization_id, plan, status, next_listing_sync_at, created_at) select value, 'free', 'free', ?, 0 from json_each(?)",
      )
      .bind(dueAt, list),
  ]);
  return ids;
}

test("1,000 organizations are counted by runs of 25, each once, although every tenth run dies amid its work", async () => {
  await waitForAll();
  const now = await getNow(env);
  const ids = await createRows(1_000, Math.floor(now) - 1);
  const counted = new Map<string, number>();
  let runs = 0;
  for (; runs < 100 && counted.size < ids.length; runs += 1) {
    let taken = 0;
    const isDying = runs % 10 === 9;
    await syncListings(env, async (ctx, dueAt) => {
      taken += 1;
      if (isDying && taken > 12) throw new Error("This process has ended.");
      return runDailySync(ctx, dueAt, async () => {
        counted.set(ctx.id, (counted.get(ctx.id) ?? 0) + 1);
      });
    });
    expect(taken).toBeLessThanOrEqual(25);
  }
  expect(counted.size).toBe(1_000);
  expect(Math.max(...counted.values())).toBe(1);
  expect(runs).toBeLessThan(50);
  await database
    .prepare("delete from billing_accounts where organization_id in (select value from json_each(?))")
    .bind(JSON.stringify(ids))
    .run();
}, 60_000);

test("who was taken by a run that died comes again after a quarter of an hour", async () => {
  await waitForAll();
  const [id] = await createRows(1, 1);
  if (id === undefined) throw new Error("No row.");
  const now = await getNow(env);
  const ctx = { env, id, now, by: { actor: "system" } as const };
  void runDailySync(ctx, 1, () => new Promise(() => {}));
  let again = 0;
  const run = (given: BillingContext, dueAt: number) =>
    runDailySync(given, dueAt, async () => {
      again += 1;
    });
  await scheduler.wait(100);
  await syncListings(env, run);
  expect(again).toBe(0);
  await advanceClock("16m");
  await syncListings(env, run);
  expect(again).toBe(1);
  expect((await readAccount({ id })).next_listing_sync_at).toBe(toSyncTime(id, await getNow(env)));
});

test("of two runs that find the same organization, one takes it", async () => {
  const [id] = await createRows(1, 1);
  if (id === undefined) throw new Error("No row.");
  const ctx = { env, id, now: await getNow(env), by: { actor: "system" } as const };
  const took = await Promise.all([1, 2].map(() => runDailySync(ctx, 1, async () => {})));
  expect(took.toSorted()).toEqual([false, true]);
});

test("a handful of real ones: quantities follow, one whose Hostaway is down is recorded and comes again", async () => {
  await waitForAll();
  const organizations = await Promise.all(Array.from({ length: 4 }, () => createOrganization()));
  for (const organization of organizations) {
    await subscribe(organization, { quantity: 3 });
    await addListings(organization.account, 1);
  }
  const [broken, ...others] = organizations;
  if (broken === undefined) throw new Error("None.");
  await addFault(broken.account, { kind: "error", path: "/listings", status: 500 });
  const now = Math.floor(await getNow(env));
  await setDue(
    organizations.map(({ id }) => id),
    now - 1,
  );
  await syncListings(env);
  for (const other of others) {
    expect(await readAccount(other)).toMatchObject({ quantity: 4, listings: 4, listing_sync_error: null });
  }
  const account = await readAccount(broken);
  expect(account).toMatchObject({ quantity: 3, listings: null, listing_sync_error: "upstream_unavailable" });
  expect(Number(account.next_listing_sync_at)).toBeLessThanOrEqual(now + 70 * MINUTE);
  await removeFaults(broken.account);
  await advanceClock("70m");
  await syncListings(env);
  expect(await readAccount(broken)).toMatchObject({ quantity: 4, listing_sync_error: null });
}, 60_000);

test("turns are spread over the hour from two o'clock", async () => {
  const times = Array.from({ length: 500 }, () => new Date(toSyncTime(newId("org"), 0)));
  expect(new Set(times.map((time) => time.getUTCHours()))).toEqual(new Set([2]));
  expect(new Set(times.map((time) => time.getUTCMinutes())).size).toBeGreaterThan(50);
});
