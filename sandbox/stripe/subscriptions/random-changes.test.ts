import { expect, test } from "vitest";
import { addCustomer, addPrice, at, stripe } from "./testing.ts";

const day = 86_400;

interface Change {
  at: number;
  quantity: number;
}

/** A seeded sequence of numbers from 0 to below 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const half = (amount: number, left: number, interval: number) =>
  Number((2n * BigInt(amount) * BigInt(left) + BigInt(interval)) / (2n * BigInt(interval)));

/** So many months after the anchor, by the calendar: the same day, or the month's last. */
function monthsAfter(anchor: number, months: number): number {
  const date = new Date(anchor * 1000);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const month = date.getUTCMonth();
  date.setUTCDate(wanted);
  if (date.getUTCMonth() !== month) date.setUTCDate(0);
  return date.getTime() / 1000;
}

/** What the formula bills for these changes: written down once more, from the reference and from nothing of the code. */
function expected(
  { start, anchor, interval, unit, first }: Parameters<typeof simulate>[0],
  changes: Change[],
  until: number,
): number {
  const months = interval === "year" ? 12 : 1;
  const isStub = anchor > start;
  const boundaries = [start];
  for (let times = isStub ? 0 : 1; (boundaries.at(-1) ?? 0) <= until; times++)
    boundaries.push(monthsAfter(anchor, times * months));
  let [total, quantity] = [0, first];
  for (const [index, begin] of boundaries.slice(0, -1).entries()) {
    const end = boundaries[index + 1] ?? 0;
    const seconds = isStub && index === 0 ? monthsAfter(start, months) - start : end - begin;
    if (begin > until) break;
    total += half(unit * quantity, end - begin, seconds);
    for (const change of changes.filter((one) => one.at >= begin && one.at < end)) {
      if (change.quantity === quantity) continue;
      total +=
        half(unit * change.quantity, end - change.at, seconds) -
        half(unit * quantity, end - change.at, seconds);
      quantity = change.quantity;
    }
  }
  return total;
}

interface Case {
  start: number;
  /** The start, or a later date that the first periods reach up to. */
  anchor: number;
  interval: "month" | "year";
  unit: number;
  first: number;
}

/** All that was billed to the customer, and all that waits: paid, owed or given back. */
async function simulate(given: Case, changes: Change[], until: number): Promise<number> {
  const { start, anchor, interval, unit, first } = given;
  const customer = await addCustomer(new Date(start * 1000).toISOString());
  const price = await addPrice({ unit_amount: unit, recurring: { interval } });
  const subscription = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price, quantity: first }],
    ...(anchor > start ? { billing_cycle_anchor: anchor } : {}),
  });
  const id = subscription.items.data[0]?.id ?? "";
  for (const change of changes) {
    await customer.advance(change.at);
    await stripe.subscriptions.update(subscription.id, { items: [{ id, quantity: change.quantity }] });
  }
  await customer.advance(until);
  return accountOf(customer.id);
}

async function accountOf(customer: string): Promise<number> {
  let total = 0;
  let [paid, applied] = [0, 0];
  for await (const invoice of stripe.invoices.list({ customer, limit: 100 })) {
    total += invoice.total;
    if (invoice.status === "draft") continue;
    paid += invoice.amount_paid;
    applied += invoice.total - invoice.amount_paid;
  }
  const { balance } = Object.assign({ balance: 0 }, await stripe.customers.retrieve(customer));
  expect(applied).toBe(balance);
  for await (const item of stripe.invoiceItems.list({ customer, pending: true, limit: 100 }))
    total += item.amount;
  expect(paid).toBeGreaterThan(0);
  return total;
}

function randomChanges(seed: number, { start }: Case, { count, within }: { count: number; within: number }) {
  const next = chance(seed);
  const times = Array.from({ length: count }, () => start + 1 + Math.floor(next() * within));
  const distinct = [...new Set(times)].sort((a, b) => a - b);
  return distinct.map((time) => ({ at: time, quantity: Math.floor(next() * 40) }));
}

const monthEnd = at("2027-10-31T08:09:10Z");
const leapDay = at("2028-02-29T00:00:00Z");
/** In another month than the period that it is a part of, which is of another length. */
const middle = at("2027-02-05T13:00:00Z");

test.each<[string, Case, number]>([
  [
    "a month that begins on the 31st",
    { start: monthEnd, anchor: monthEnd, interval: "month", unit: 500, first: 15 },
    150,
  ],
  [
    "over 29 February",
    {
      start: at("2028-01-30T23:59:59Z"),
      anchor: at("2028-01-30T23:59:59Z"),
      interval: "month",
      unit: 1999,
      first: 3,
    },
    120,
  ],
  [
    "a year that begins on 29 February",
    { start: leapDay, anchor: leapDay, interval: "year", unit: 9900, first: 7 },
    700,
  ],
  [
    "a stub before the month",
    { start: middle, anchor: at("2027-02-10T00:00:00Z"), interval: "month", unit: 500, first: 15 },
    100,
  ],
])(
  "any changes of the quantity are billed as the formula says: %s",
  async (_, given, days) => {
    for (const seed of [1, 2, 3]) {
      const changes = randomChanges(seed * 7919, given, { count: 8, within: days * day });
      const until = given.start + days * day + 7200;
      const billed = await simulate(given, changes, until);
      expect([seed, billed]).toEqual([seed, expected(given, changes, until)]);
    }
  },
  60_000,
);

test.each([11, 12])(
  "a year of daily changes balances to the cent (seed %i)",
  async (seed) => {
    const given: Case = { start: monthEnd, anchor: monthEnd, interval: "month", unit: 500, first: 15 };
    const next = chance(seed);
    const changes = Array.from({ length: 365 }, (_, index) => ({
      at: given.start + (index + 1) * day + Math.floor(next() * 3600),
      quantity: Math.max(0, 15 + Math.floor((next() - 0.5) * 12)),
    }));
    const until = given.start + 367 * day;
    expect(await simulate(given, changes, until)).toBe(expected(given, changes, until));
  },
  120_000,
);
