import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { createOrganization } from "#tests/organization.ts";
import type { AuditEntry } from "../audit/audit-entry.ts";
import { type Growth, Usage } from "./usage.ts";

const MARCH = Date.parse("2031-03-01T00:00:00Z");
const APRIL = Date.parse("2031-04-01T00:00:00Z");

const toCall = (at: number, billable = true): AuditEntry => {
  const call = { actor: "system", surface: "rest", action: "tools/call", target: "get_bookings" } as const;
  return { ...call, at, result: "ok", billable, durationMs: 0 };
};

test("a call that ends after the turn of the period grows the period in which it began", async () => {
  const { object } = await createOrganization();
  const growths: Growth[] = await runInDurableObject(object, (_, { storage }) => {
    const seen: Growth[] = [];
    const usage = new Usage(
      storage.sql,
      () => ({ periodAnchor: null }),
      (growth) => seen.push(growth),
    );
    const count = (...calls: AuditEntry[]) => {
      usage.count(calls);
      usage.remember(calls);
    };
    usage.getUsed(MARCH);
    count(toCall(MARCH), toCall(MARCH + 1));
    usage.getUsed(APRIL);
    count(toCall(APRIL - 1), toCall(APRIL), toCall(APRIL - 2, false));
    count(toCall(APRIL + 1));
    return seen;
  });
  expect(growths.map(({ period, before, after }) => [period.start, before, after])).toEqual([
    [MARCH, 0, 2],
    [MARCH, 2, 3],
    [APRIL, 0, 1],
    [APRIL, 1, 2],
  ]);
});
