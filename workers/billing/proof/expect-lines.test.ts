import { expect, test } from "vitest";
import type { BillableEvent } from "./billable-event.ts";
import { expectLines } from "./expect-lines.ts";

const at = (text: string) => Date.parse(text) / 1_000;
const cause = "a test";

const start = (
  from: string,
  terms: Partial<Extract<BillableEvent, { kind: "start" }>> = {},
): BillableEvent => ({
  kind: "start",
  at: at(from),
  writtenAt: at(from),
  plan: "starter",
  interval: "month",
  quantity: 15,
  trialEnd: null,
  cause,
  ...terms,
});

const quantity = (from: string, listings: number): BillableEvent => ({
  kind: "quantity",
  at: at(from),
  writtenAt: at(from) + 7_200,
  quantity: listings,
  cause,
});

const change = (from: string, terms: Partial<Extract<BillableEvent, { kind: "change" }>>): BillableEvent => ({
  kind: "change",
  at: at(from),
  writtenAt: at(from),
  plan: "pro",
  interval: "month",
  quantity: null,
  isProrated: true,
  restartsAt: at(from),
  cause,
  ...terms,
});

/** Kind, type, quantity and cents of each line. */
function linesOf(events: BillableEvent[], until: string) {
  return expectLines(events, at(until)).map(({ kind, type, quantity, amount }) => [
    kind,
    type,
    quantity,
    amount,
  ]);
}

test("what happens when listings come in the middle of a month: what is left is given back and charged anew", () => {
  const events = [start("2026-11-01T00:00:00Z"), quantity("2026-11-16T00:00:00Z", 18)];
  expect(linesOf(events, "2026-12-01T00:00:00Z")).toEqual([
    ["listing", "period", 15, 7_500],
    ["listing", "credit", 15, -3_750],
    ["listing", "debit", 18, 4_500],
    ["listing", "period", 18, 9_000],
  ]);
});

test("each line is rounded by itself, half a cent up", () => {
  const partOf = (from: string, to: string, listings: [number, number]) => {
    const events = [start(from, { quantity: listings[0] }), quantity(to, listings[1])];
    return linesOf(events, to)
      .slice(1)
      .map(([, , , amount]) => amount);
  };
  expect(partOf("2026-01-10T00:00:00Z", "2026-01-20T00:00:00Z", [15, 18])).toEqual([-5_081, 6_097]);
  expect(partOf("2026-11-01T00:00:00Z", "2026-11-09T02:00:17Z", [15, 18])).toEqual([-5_479, 6_575]);
  expect(partOf("2026-11-01T00:00:00Z", "2026-11-21T02:00:00Z", [18, 12])).toEqual([-2_975, 1_983]);
});

test("what a second change gives back is what the first one charged", () => {
  const events = [
    start("2026-11-01T12:00:00Z", { quantity: 10 }),
    quantity("2026-11-11T00:00:00Z", 12),
    quantity("2026-11-21T00:00:00Z", 9),
  ];
  const lines = expectLines(events, at("2026-11-30T00:00:00Z"));
  expect(lines.map(({ type, quantity, start }) => [type, quantity, start])).toEqual([
    ["period", 10, at("2026-11-01T12:00:00Z")],
    ["credit", 10, at("2026-11-11T00:00:00Z")],
    ["debit", 12, at("2026-11-11T00:00:00Z")],
    ["credit", 12, at("2026-11-21T00:00:00Z")],
    ["debit", 9, at("2026-11-21T00:00:00Z")],
  ]);
});

test("an upgrade gives back the listings at their old price and charges the base for what is left", () => {
  const events = [start("2026-11-01T00:00:00Z"), change("2026-11-16T00:00:00Z", { plan: "enterprise" })];
  expect(linesOf(events, "2026-12-01T00:00:00Z")).toEqual([
    ["listing", "period", 15, 7_500],
    ["listing", "credit", 15, -3_750],
    ["base", "debit", 1, 14_950],
    ["listing", "debit", 15, 3_000],
    ["base", "period", 1, 29_900],
    ["listing", "period", 15, 6_000],
  ]);
});

test("from month to year all periods begin anew, and the listings stay monthly", () => {
  const events = [
    start("2026-11-01T00:00:00Z", { plan: "pro", quantity: 2 }),
    change("2026-11-16T00:00:00Z", { interval: "year" }),
  ];
  expect(linesOf(events, "2026-12-16T00:00:00Z")).toEqual([
    ["base", "period", 1, 4_900],
    ["listing", "period", 2, 1_000],
    ["base", "credit", 1, -2_450],
    ["listing", "credit", 2, -500],
    ["base", "period", 1, 49_000],
    ["listing", "period", 2, 1_000],
    ["listing", "period", 2, 1_000],
  ]);
});

test("a downgrade at the end of the period gives nothing back", () => {
  const events = [
    start("2026-11-30T09:00:00Z", { plan: "pro", quantity: 2 }),
    change("2026-12-30T09:00:00Z", { plan: "starter", isProrated: false }),
  ];
  const lines = expectLines(events, at("2027-03-29T00:00:00Z"));
  expect(lines.map(({ plan, kind, amount }) => [plan, kind, amount])).toEqual([
    ["pro", "base", 4_900],
    ["pro", "listing", 1_000],
    ["starter", "listing", 1_000],
    ["starter", "listing", 1_000],
    ["starter", "listing", 1_000],
  ]);
  expect(lines.slice(3).map((line) => line.start)).toEqual([
    at("2027-01-30T09:00:00Z"),
    at("2027-02-28T09:00:00Z"),
  ]);
});

test("a trial costs nothing, also where listings change in it, and its end begins the first month", () => {
  const trialEnd = at("2026-11-15T00:00:00Z");
  const events = [
    start("2026-11-10T00:00:00Z", { trialEnd, quantity: 3 }),
    quantity("2026-11-12T00:00:00Z", 4),
    { kind: "end", at: at("2026-12-15T00:00:00Z"), writtenAt: at("2026-12-15T00:00:00Z"), cause } as const,
  ];
  expect(linesOf(events, "2027-02-01T00:00:00Z")).toEqual([
    ["listing", "period", 3, 0],
    ["listing", "credit", 3, 0],
    ["listing", "debit", 4, 0],
    ["listing", "period", 4, 2_000],
  ]);
});
