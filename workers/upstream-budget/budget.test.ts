import { expect, test } from "vitest";
import type { Lane } from "#lib/fair-queue.ts";
import { FakeClock } from "#tests/fake-clock.ts";
import { Budget } from "./budget.ts";

const account = { requests: 18, seconds: 10 };
const address = { requests: 14, seconds: 10 };

/** `granted`: who was given a place, and when. */
function createBudget(limits: { account: typeof account; address?: typeof address } = { account, address }) {
  const clock = new FakeClock();
  const budget = new Budget(clock);
  const granted: { name: string; at: number }[] = [];
  const take = async (name: string, { lane = "person" as Lane, of = name, waitMs = 10_000 } = {}) => {
    const wait = await budget.take({ key: name, lane, account: of, limits, waitMs });
    if (wait === 0) granted.push({ name, at: clock.now() });
    return wait;
  };
  const takeMany = (count: number, ...args: Parameters<typeof take>) =>
    Array.from({ length: count }, () => take(...args));
  const count = (name?: string) => granted.filter((one) => name === undefined || one.name === name).length;
  return { clock, budget, granted, take, takeMany, count };
}

test("two organizations on one account share its limit", async () => {
  const { clock, takeMany, count } = createBudget({ account });
  takeMany(15, "a", { of: "shared" });
  takeMany(15, "b", { of: "shared" });
  await clock.pass(1_000);
  expect(count()).toBe(18);
});

test("different accounts share an address, and each keeps to its own limit where they do not", async () => {
  const together = createBudget();
  together.takeMany(15, "a");
  together.takeMany(15, "b");
  await together.clock.pass(1_000);
  expect(together.count()).toBe(14);
  const apart = createBudget({ account });
  apart.takeMany(18, "a");
  apart.takeMany(18, "b");
  await apart.clock.pass(0);
  expect(apart.count()).toBe(36);
});

test("who waits for one account holds up nobody of another", async () => {
  const { clock, takeMany, count } = createBudget({ account: { requests: 2, seconds: 10 } });
  takeMany(3, "a");
  takeMany(1, "b");
  await clock.pass(0);
  expect([count("a"), count("b")]).toEqual([2, 1]);
});

test("organizations take turns, however many requests each of them waits with", async () => {
  const { clock, takeMany, count } = createBudget();
  takeMany(14, "first");
  await clock.pass(5_000);
  takeMany(10, "greedy");
  takeMany(2, "modest");
  await clock.pass(5_600);
  expect(count("modest")).toBe(2);
  expect(count("greedy")).toBe(10);
});

test("a request that would wait too long is refused at once, with how long", async () => {
  const { clock, take, takeMany } = createBudget();
  takeMany(14, "a");
  await clock.pass(100);
  expect(await take("b", { waitMs: 5_000 })).toBe(10_400);
  takeMany(14, "b", { waitMs: 11_000 });
  expect(await take("b", { waitMs: 11_000 })).toBe(20_900);
});

test("a request whose time runs out before its turn comes is told then, and takes no place", async () => {
  const { budget, clock, count, take } = createBudget();
  await take("a");
  const waiting = Promise.all(Array.from({ length: 13 }, () => take("a")));
  await waiting;
  await clock.pass(2_000);
  const late = take("a");
  await clock.pass(0);
  budget.slowDown("a", 60_000);
  await clock.pass(10_000);
  expect(await late).toBe(50_000);
  expect(count()).toBe(14);
});

test("jobs leave room for people, and yield to them", async () => {
  const { clock, count, takeMany } = createBudget();
  takeMany(20, "job", { lane: "job", waitMs: 300_000 });
  await clock.pass(5_000);
  expect(count("job")).toBe(9);
  takeMany(5, "person");
  await clock.pass(0);
  expect(count("person")).toBe(5);
  takeMany(9, "person");
  await clock.pass(5_600);
  expect([count("job"), count("person")]).toEqual([9, 14]);
  await clock.pass(60_000);
  expect(count("job")).toBe(20);
});

test("a refusal slows the account it came from, and the address only when another account meets one too", async () => {
  const { budget, clock, count, takeMany } = createBudget();
  takeMany(1, "a");
  takeMany(1, "b");
  await clock.pass(11_000);
  budget.slowDown("a", 0);
  takeMany(14, "b");
  await clock.pass(0);
  expect(count("b")).toBe(15);
  budget.slowDown("b", 0);
  await clock.pass(11_000);
  takeMany(14, "c");
  await clock.pass(0);
  expect(count("c")).toBe(7);
});

test("no ten seconds hold more than an account's or the address's limit, whoever asks", async () => {
  const { clock, granted, takeMany } = createBudget();
  for (let second = 0; second < 60; second += 1) {
    for (const name of ["a", "b", "c"]) takeMany((second * 7 + name.length) % 4, name);
    await clock.pass(1_000);
  }
  const fullest = granted.map(
    ({ at }) => granted.filter((one) => one.at >= at && one.at < at + 10_000).length,
  );
  expect(Math.max(...fullest)).toBe(14);
});
