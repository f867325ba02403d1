import { expect, test } from "vitest";
import { z } from "zod";
import { addFakeTool, createWriter } from "#tests/fake-write.ts";
import { callMcp, callMcpTool } from "#tests/mcp.ts";
import {
  callRest,
  createKey,
  createOrganization,
  getValue,
  listAudit,
  readTable,
  restart,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { addFault, advanceClock, removeFaults, stopClock } from "#tests/sandbox.ts";

/** Newest first. */
const listCalls = async (organization: TestOrganization) =>
  (await listAudit(organization)).filter(({ action }) => action === "tools/call");

const verify = async ({ object }: TestOrganization) => getValue(await object.verifyAudit());

const sum = (rows: Record<string, unknown>[], column: string) =>
  rows.reduce((total, row) => total + z.number().parse(row[column]), 0);

test("every call leaves a row with who, what, how it ended and what it cost", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization);
  await callRest(secret, "get_properties", { city: "Austin" });
  await callMcpTool(secret, "get_bookings", { limit: "many" });
  const [failed, passed] = await listCalls(organization);
  const [connection] = await readTable(organization, "connections");
  const common = { actor: id, action: "tools/call", billable: true };
  expect(passed).toMatchObject({ ...common, surface: "rest", target: "get_properties", result: "ok" });
  expect(passed).toMatchObject({ connection: connection?.id, details: '{"city":"Austin"}' });
  expect(failed).toMatchObject({
    ...common,
    surface: "mcp",
    target: "get_bookings",
    result: "invalid_request",
  });
});

test("every change of keys and connections leaves a row", async () => {
  const organization = await createOrganization();
  const { object } = organization;
  const { id } = getValue(await object.createKey({ actor: "user:anna" }, { name: "Another" }));
  const next = getValue(await object.regenerateKey({ actor: "user:anna" }, id));
  getValue(await object.deleteKey({ actor: "user:ben" }, next.id));
  const rows = await listAudit(organization);
  expect(rows.map(({ actor, action, target }) => [actor, action, target]).slice(0, 3)).toEqual([
    ["user:ben", "keys/delete", next.id],
    ["user:anna", "keys/regenerate", next.id],
    ["user:anna", "keys/create", id],
  ]);
  expect(rows.slice(3).map(({ action }) => action)).toEqual(["keys/create", "connections/connect"]);
});

test("every refusal of a tool leaves a row, and none is billed", async () => {
  const organization = await createOrganization();
  const { apiKey } = organization;
  const writer = await createKey(organization, { scopes: ["write"] });
  await callRest(apiKey, "no_such_tool");
  await callRest(writer.secret, "get_properties");
  await callMcpTool(writer.secret, "get_properties");
  await setEntitlement(organization, { version: 3, status: "past_due" });
  await callRest(apiKey, "get_properties");
  await setEntitlement(organization, { version: 4, toolCalls: 0 });
  await callRest(apiKey, "get_properties");
  const rows = (await listCalls(organization)).reverse();
  expect(rows.map(({ result }) => result)).toEqual([
    "unknown_tool",
    "insufficient_scope",
    "insufficient_scope",
    "payment_required",
    "quota_exceeded",
  ]);
  expect(rows.filter(({ billable }) => billable)).toEqual([]);
});

test("reading a resource leaves a row and is free", async () => {
  const organization = await createOrganization();
  await callMcp(organization.apiKey, "resources/read", { uri: "listing://40160" });
  const [row] = await listAudit(organization);
  expect(row).toMatchObject({
    action: "resources/read",
    target: "get_property_details",
    result: "ok",
    billable: false,
  });
  expect(await readTable(organization, "usage")).toEqual([]);
});

test("answers and the caller's own mistakes are billed, our failures and the upstream's are not", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  const billed = async (name: string, args: object) => {
    await callRest(apiKey, name, args);
    const [row] = await listCalls(organization);
    return [row?.result, row?.billable];
  };
  expect(await billed("get_properties", {})).toEqual(["ok", true]);
  expect(await billed("get_properties", { limit: 0 })).toEqual(["invalid_request", true]);
  expect(await billed("get_properties", { cursor: "x" })).toEqual(["invalid_cursor", true]);
  expect(await billed("get_booking_details", { booking_id: 1 })).toEqual(["not_found", true]);
  for (const [status, result, isBilled] of [
    [422, "upstream_rejected", true],
    [403, "upstream_locked", true],
    [500, "upstream_unavailable", false],
    [429, "upstream_busy", false],
    [401, "connection_invalid", false],
  ] as const) {
    await addFault(account, { kind: "error", status });
    expect(await billed("get_booking_details", { booking_id: 5_100_001 })).toEqual([result, isBilled]);
    await removeFaults(account);
  }
});

test("rows, usage counters and quota agree whatever mix of calls was made", async () => {
  const organization = await createOrganization();
  const { account, apiKey } = organization;
  const other = await createKey(organization);
  await addFault(account, { kind: "error", status: 422, path: "/conversations", times: 3 });
  const kinds: [string, object][] = [
    ["get_properties", {}],
    ["get_properties", { limit: 1_000 }],
    ["get_bookings", { cursor: "stale" }],
    ["get_booking_details", { booking_id: 1 }],
    ["get_conversations", {}],
    ["no_such_tool", {}],
    ["get_connection_status", {}],
  ];
  let random = 7;
  const next = (below: number) => {
    random = (random * 48_271) % 2_147_483_647;
    return random % below;
  };
  await Promise.all(
    Array.from({ length: 80 }, async () => {
      const [name, args] = kinds[next(kinds.length)] ?? ["get_properties", {}];
      const key = next(2) === 0 ? apiKey : other.secret;
      await (next(2) === 0 ? callRest(key, name, args) : callMcpTool(key, name, args));
    }),
  );
  const rows = await listCalls(organization);
  const billable = rows.filter((row) => row.billable).length;
  const usage = await readTable(organization, "usage");
  expect(rows).toHaveLength(80);
  expect(billable).toBeGreaterThan(30);
  expect(sum(usage, "calls")).toBe(80);
  expect(sum(usage, "billable")).toBe(billable);
  expect(sum(usage, "errors")).toBe(rows.filter(({ result }) => result !== "ok").length);
  await restart(organization);
  const { body } = await callRest(apiKey, "get_connection_status");
  expect(body).toMatchObject({ tool_calls: { used: billable + 1 } });
  expect(await verify(organization)).toMatchObject({ brokenAt: null, missingTail: null });
});

test("two hundred concurrent calls leave two hundred rows in sequence", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { burst: 1_000 });
  await Promise.all(Array.from({ length: 200 }, () => callRest(organization.apiKey, "get_properties")));
  const rows = (await listAudit(organization)).reverse();
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 203 }, (_, index) => index + 1));
  expect(rows.filter(({ action }) => action === "tools/call")).toHaveLength(200);
  expect(await verify(organization)).toMatchObject({ brokenAt: null, missingTail: null });
});

test("a restart continues the chain", async () => {
  const organization = await createOrganization();
  await callRest(organization.apiKey, "get_properties");
  await restart(organization);
  await callRest(organization.apiKey, "get_properties");
  expect((await listAudit(organization)).map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
  expect(await verify(organization)).toMatchObject({ brokenAt: null, missingTail: null });
});

test("a flood of rate-limited calls leaves one row in ten seconds", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { burst: 1 });
  await stopClock();
  const flood = () =>
    Promise.all(Array.from({ length: 20 }, () => callRest(organization.apiKey, "get_connection_status")));
  const count = async () =>
    (await listCalls(organization)).filter(({ result }) => result === "rate_limited").length;
  await flood();
  expect(await count()).toBe(1);
  await advanceClock("10s");
  await flood();
  expect(await count()).toBe(2);
});

test("a tool that writes leaves a row before it asks upstream and one with the outcome", async () => {
  const fake = addFakeTool();
  const { organization, secret } = await createWriter();
  let before: unknown[] = [];
  fake.beforeWrite = async () => {
    before = await listCalls(organization);
  };
  await callRest(secret, fake.name, { changing: { room: "blue" } });
  const [outcome, intent] = await listCalls(organization);
  expect(before).toEqual([intent]);
  expect(intent).toMatchObject({ target: fake.name, result: "started", billable: false });
  expect(outcome).toMatchObject({ target: fake.name, result: "ok", billable: true });
  expect(sum(await readTable(organization, "usage"), "calls")).toBe(1);
});

test("a revoked or expired key that is used leaves a row", async () => {
  const organization = await createOrganization();
  const { id, secret } = await createKey(organization);
  await organization.object.deleteKey({ actor: "system" }, id);
  expect((await callRest(secret, "get_properties")).status).toBe(401);
  const [row] = await listAudit(organization);
  expect(row).toMatchObject({ actor: id, result: "revoked_key", billable: false });
});
