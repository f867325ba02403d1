import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { plans } from "#billing/plans.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { addListings, archiveListing } from "#tests/listings.ts";
import { createOrganization, type TestOrganization } from "#tests/organization.ts";
import { advanceClock, createAccount } from "#tests/sandbox.ts";
import { stripe, subscribe } from "#tests/stripe.ts";
import { syncListings } from "./sync-listings.ts";
import { DAY_MS } from "./to-day.ts";

const DAYS = 95;
const PRICE = plans.starter.perListing;
const Counts = z.array(z.object({ day: z.string(), listings: z.number() }));

/** The same sequence for the same seed. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Period {
  start: number;
  end: number;
}

/** A part of what a number of listings costs for a period, rounded by itself. Seconds and cents. */
const toPart = (listings: number, { start, end }: Period, from: number) =>
  Math.floor((2 * PRICE * listings * (end - from) + (end - start)) / (2 * (end - start)));

/** By the counts of the days alone: whole months in advance, and each change from midnight of its day or from the renewal. */
function toBill(counts: z.infer<typeof Counts>, first: number, periods: Period[]): number {
  let listings = first;
  let cents = 0;
  for (const period of periods) {
    cents += PRICE * listings;
    for (const count of counts.filter(({ day }) => isCountedIn(day, period))) {
      if (count.listings === listings) continue;
      const from = Math.max(Date.parse(count.day) / 1_000, period.start);
      cents += toPart(count.listings, period, from) - toPart(listings, period, from);
      listings = count.listings;
    }
  }
  return cents;
}

/** The count is made at two o'clock; the renewal in these tests is at noon. */
function isCountedIn(day: string, { start, end }: Period): boolean {
  const countedAt = Date.parse(day) / 1_000 + 2 * 3_600;
  return countedAt >= start && countedAt < end;
}

async function changeListings(
  organization: TestOrganization,
  active: number[],
  random: (n: number) => number,
) {
  if (random(3) > 0) return;
  if (random(2) === 0) active.push(...(await addListings(organization.account, 1 + random(4))));
  for (let gone = random(3); gone > 0 && active.length > 0; gone -= 1) {
    const [id = 0] = active.splice(random(active.length), 1);
    await archiveListing(organization.account, id);
  }
}

async function readBilled(customer: string): Promise<number> {
  const { data: invoices } = await stripe.invoices.list({ customer, limit: 100 });
  const { data: pending } = await stripe.invoiceItems.list({ customer, pending: true, limit: 100 });
  const lines = [...invoices.map(({ subtotal }) => subtotal), ...pending.map(({ amount }) => amount)];
  return lines.reduce((sum, amount) => sum + amount, 0);
}

async function readPeriods(subscription: string, customer: string): Promise<Period[]> {
  const { data } = await stripe.invoices.list({ customer, subscription, limit: 100 });
  const lines = await Promise.all(data.map(({ id }) => stripe.invoices.listLineItems(id, { limit: 100 })));
  return lines
    .flatMap((page) => page.data)
    .filter(({ parent }) => parent?.subscription_item_details?.proration === false)
    .map(({ period }) => period)
    .toSorted((one, other) => one.start - other.start);
}

async function createLandlord(seed: number) {
  const account = await createAccount("empty");
  const active = await addListings(account, 5);
  const organization = await createOrganization(account);
  const subscription = await subscribe(organization, { quantity: 5 });
  return { organization, subscription, active, random: createRandom(seed) };
}

/** Two o'clock of the next day. */
async function waitForTwo(): Promise<void> {
  const now = await getNow(env);
  const two = (Math.floor(now / DAY_MS) + 1) * DAY_MS + 2 * 3_600_000;
  await advanceClock(`${Math.round((two - now) / 1_000)}s`);
}

test("three months of listings that come and go: Stripe bills what the counts of the days say", async () => {
  const landlords = [await createLandlord(1), await createLandlord(2)];
  await waitForTwo();
  for (let day = 0; day < DAYS; day += 1) {
    const now = await getNow(env);
    for (const { organization, active, random } of landlords) {
      await changeListings(organization, active, random);
      const ctx = { env, id: organization.id, now, by: { actor: "system" } as const };
      const { listings, quantity } = await syncListings(ctx, "daily");
      expect([listings, quantity]).toEqual([active.length, active.length]);
    }
    await advanceClock("1d");
  }
  for (const { organization, subscription } of landlords) {
    const customer = String(subscription.customer);
    const { results } = await database
      .prepare("select day, listings from listing_counts where organization_id = ? order by day")
      .bind(organization.id)
      .all();
    const counts = Counts.parse(results);
    expect(new Set(counts.map(({ listings }) => listings)).size).toBeGreaterThan(5);
    const periods = await readPeriods(subscription.id, customer);
    expect(periods).toHaveLength(4);
    expect(await readBilled(customer)).toBe(toBill(counts, 5, periods));
  }
}, 240_000);
