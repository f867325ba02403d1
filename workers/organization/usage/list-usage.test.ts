import { expect, test } from "vitest";
import {
  addMembers,
  callRest,
  createKey,
  createOrganization,
  getReceipt,
  getValue,
  listAudit,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import type { ListUsage } from "./list-usage.ts";

const list = async ({ object }: TestOrganization, input: ListUsage) =>
  getValue(await object.listUsage(input));

const toDay = (at = 0) => new Date(at).toISOString().slice(0, 10);

/** Two calls on one day and, with a member's key, two on the next, of which one is refused and free. */
async function createHistory() {
  const organization = await createOrganization();
  await addMembers(organization, "member", "usr_anna");
  const member = await createKey(organization, { memberId: "usr_anna" });
  await callRest(organization.apiKey, "get_properties");
  await callRest(organization.apiKey, "get_bookings");
  await advanceClock("24h");
  await callRest(member.secret, "get_properties");
  await callRest(member.secret, "no_such_tool");
  const [newest, ...older] = await listAudit(organization);
  return { organization, member, days: [toDay(older.at(-1)?.at), toDay(newest?.at)] as const };
}

const counts = (rows: { group: string | null; calls: number; billable: number; errors: number }[]) =>
  rows.map(({ group, calls, billable, errors }) => [group, calls, billable, errors]);

test("calls are counted by day, tool, key and member", async () => {
  const { organization, member, days } = await createHistory();
  const by = async (group: ListUsage["by"]) => counts((await list(organization, { by: group })).rows);
  const [first] = getValue(await organization.object.listKeys());
  expect(await by("day")).toEqual([
    [days[0], 2, 2, 0],
    [days[1], 2, 1, 1],
  ]);
  expect(await by("tool")).toEqual([
    ["get_properties", 2, 2, 0],
    ["get_bookings", 1, 1, 0],
    ["unknown", 1, 0, 1],
  ]);
  expect(new Set(await by("key"))).toEqual(
    new Set([
      [first?.id, 2, 2, 0],
      [member.id, 2, 1, 1],
    ]),
  );
  expect(await by("member")).toEqual([
    [null, 2, 2, 0],
    ["usr_anna", 2, 1, 1],
  ]);
});

test("the totals are those of the audit log, and the average is a call's", async () => {
  const { organization } = await createHistory();
  const { totals } = await list(organization, {});
  const calls = (await listAudit(organization)).filter(({ action }) => action === "tools/call");
  const duration = calls.reduce((sum, { durationMs }) => sum + durationMs, 0);
  expect(totals).toEqual({
    calls: 4,
    billable: 3,
    errors: 1,
    averageDurationMs: Math.round(duration / 4),
  });
});

test("first and last day are both part of what is counted", async () => {
  const { organization, days } = await createHistory();
  const calls = async (range: ListUsage) => (await list(organization, range)).totals.calls;
  expect(await calls({ from: days[0], to: days[0] })).toBe(2);
  expect(await calls({ from: days[1] })).toBe(2);
  expect(await calls({ from: days[0], to: days[1] })).toBe(4);
  expect(await list(organization, { to: "2020-01-01" })).toEqual({
    totals: { calls: 0, billable: 0, errors: 0, averageDurationMs: null },
    rows: [],
  });
});

const wrong: [string, object][] = [
  ["another group", { by: "week" }],
  ["a day that does not exist", { from: "2027-02-30" }],
  ["a day that is a moment", { to: "2027-03-10T12:00:00Z" }],
];

test.each(wrong)("%s is refused", async (_, input) => {
  const { object } = await createOrganization();
  expect(getReceipt(await object.listUsage(input)).code).toBe("invalid_request");
});

test("another organization's calls are not counted", async () => {
  await createHistory();
  expect((await list(await createOrganization(), {})).totals.calls).toBe(0);
});
