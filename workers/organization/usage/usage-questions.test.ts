import { expect, test } from "vitest";
import {
  alterDatabase,
  callRest,
  createOrganization,
  getReceipt,
  getValue,
  listAudit,
  readTable,
  restart,
  setEntitlement,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";

const toHour = (at = 0) => new Date(at).toISOString().slice(0, 13);

test("the overview says what is used of the quota in the period, and what the latest 30 days were", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 8, listings: 2 });
  await callRest(organization.apiKey, "get_properties");
  await callRest(organization.apiKey, "get_property_details", {});
  await callRest(organization.apiKey, "no_such_tool");
  const overview = getValue(await organization.object.getUsageOverview());
  expect(overview).toMatchObject({
    used: 2,
    quota: 8,
    percent: 25,
    overage: { mode: "refuse", calls: 0 },
    servedListings: 2,
    calls: 3,
    errors: 2,
    errorPercent: 66.7,
  });
  expect(overview.days).toHaveLength(30);
  expect(overview.days.at(-1)).toMatchObject({ calls: 3, billable: 2, errors: 2 });
  expect(overview.days[0]).toMatchObject({ calls: 0, averageDurationMs: null });
  const [newest] = await listAudit(organization);
  expect(overview.period.start).toBeLessThanOrEqual(newest?.at ?? 0);
  expect(overview.period.end).toBeGreaterThan(newest?.at ?? 0);
});

test("calls are counted by hour and connector, and errors by reason", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_properties");
  await callRest(organization.apiKey, "get_connection_status");
  await callRest(organization.apiKey, "no_such_tool");
  await callRest(organization.apiKey, "get_property_details", {});
  const { object } = organization;
  const list = async (by: "hour" | "connector") =>
    getValue(await object.listUsage({ by })).rows.map(({ group, calls, errors }) => [group, calls, errors]);
  expect(new Set(await list("connector"))).toEqual(
    new Set([
      ["hostaway", 2, 1],
      [null, 2, 1],
    ]),
  );
  const calls = (await listAudit(organization)).filter(({ action }) => action === "tools/call");
  expect((await list("hour")).map(([hour]) => hour)).toEqual(
    [...new Set(calls.map(({ at }) => toHour(at)))].sort(),
  );
  expect(getValue(await object.listUsageErrors({})).rows).toEqual([
    { code: "invalid_request", tool: "get_property_details", calls: 1 },
    { code: "unknown_tool", tool: "unknown", calls: 1 },
  ]);
});

test("percentiles hold every call of the days asked for", async () => {
  const organization = await createOrganization();
  for (let call = 0; call < 4; call += 1) await callRest(organization.apiKey, "get_connection_status");
  const latency = getValue(await organization.object.getLatency({}));
  const durations = (await listAudit(organization))
    .filter(({ action }) => action === "tools/call")
    .map(({ durationMs }) => durationMs);
  expect(latency).toMatchObject({ calls: 4, days: [{ calls: 4 }] });
  expect(latency.p99).toBeGreaterThanOrEqual(Math.max(...durations));
  expect(latency.p50).toBeLessThanOrEqual(latency.p99 ?? 0);
  expect(getValue(await organization.object.getLatency({ to: "2020-01-01" }))).toEqual({
    calls: 0,
    p50: null,
    p95: null,
    p99: null,
    days: [],
  });
});

test("any grouping can be downloaded, and names that callers make up are none", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_properties");
  await callRest(organization.apiKey, "=cmd");
  const download = async (by: "tool" | "day") =>
    new Response(getValue(await organization.object.exportUsage({ by }))).text();
  expect((await download("tool")).split("\r\n")).toEqual([
    '"tool","calls","billable","errors","average_duration_ms"',
    expect.stringMatching(/^"get_properties",1,1,0,\d+$/),
    expect.stringMatching(/^"unknown",1,0,1,\d+$/),
    "",
  ]);
  expect((await download("day")).split("\r\n")).toHaveLength(3);
});

test.each(["listUsageErrors", "getLatency", "exportUsage"] as const)(
  "%s refuses a day that does not exist",
  async (verb) => {
    const { object } = await createOrganization();
    expect(getReceipt(await object[verb]({ from: "2027-02-30" })).code).toBe("invalid_request");
  },
);

test("the ledger is kept for 13 months, whatever the plan keeps of the audit log", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { auditDays: 7 });
  await callRest(organization.apiKey, "get_properties");
  await callRest(organization.apiKey, "no_such_tool");
  const old = "(select date(max(day), 'start of month', '-13 months', '-1 day') from usage)";
  await alterDatabase(
    organization,
    `insert into usage select ${old}, actor, tool, 5, 5, 0, 0, 0 from usage limit 1`,
  );
  await alterDatabase(organization, "insert into usage_hours values ('2020-01-01T00', 1, 1, 1, 0, 0)");
  await alterDatabase(organization, "insert into usage_errors values ('2020-01-01', 'not_found', 'x', 1)");
  await advanceClock("25h");
  await callRest(organization.apiKey, "get_connection_status");
  await expect
    .poll(async () => (await readTable(organization, "usage")).map(({ calls }) => calls))
    .toEqual([1, 1, 1]);
  const days = (await readTable(organization, "usage_hours")).map(({ hour }) => String(hour).slice(0, 4));
  expect(days).not.toContain("2020");
  expect(await readTable(organization, "usage_errors")).toHaveLength(1);
  await restart(organization);
  expect(getValue(await organization.object.listUsage({})).totals.calls).toBe(3);
});
