import { expect, test } from "vitest";
import { getPeriod } from "#organization/limits/period.ts";
import { toAccountEntitlement } from "./to-account-entitlement.ts";
import { toDueAt } from "./to-due-at.ts";

const at = (day: string) => Date.parse(`${day}T08:00:00Z`);

function findPeriod(periodStart: string, periodEnd: string, now: string) {
  const account: Parameters<typeof toAccountEntitlement>[0] = {
    plan: "starter",
    status: "active",
    subscriptionId: "sub_1",
    endedAt: null,
    keptUntil: null,
    formerPlan: null,
    overage: "refuse",
    alertThresholds: [80],
    periodStart: at(periodStart),
    periodEnd: at(periodEnd),
  };
  const { start, end } = getPeriod(toAccountEntitlement(account, at(now)), at(now));
  return [start, end].map((moment) => new Date(moment).toISOString().slice(0, 10));
}

test.each([
  ["2027-01-31", "2027-02-28", "2027-02-10"],
  ["2027-02-28", "2027-03-31", "2027-03-30"],
  ["2028-02-29", "2028-03-31", "2028-03-30"],
  ["2027-04-30", "2027-05-31", "2027-05-30"],
  ["2027-12-31", "2028-01-31", "2028-01-02"],
  ["2028-02-29", "2028-03-29", "2028-03-28"],
])("calls are counted by the subscription's month, from %s to %s", (start, end, now) => {
  expect(findPeriod(start, end, now)).toEqual([start, end]);
});

test("an archive whose time is over stays due until it has gone; a Free organization does not", () => {
  const keptUntil = at("2027-01-31");
  const now = at("2027-02-01");
  expect(toDueAt({ status: "archived", trialEndsAt: null, keptUntil }, now)).toBe(keptUntil);
  expect(toDueAt({ status: "free", trialEndsAt: null, keptUntil }, now)).toBeNull();
});
