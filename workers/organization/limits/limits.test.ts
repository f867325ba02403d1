import { expect, test } from "vitest";
import { callMcp, callMcpTool, eras, postMcp, toHeaders } from "#tests/mcp.ts";
import {
  callRest,
  createKey,
  createOrganization,
  readTable,
  restart,
  setEntitlement,
} from "#tests/organization.ts";
import { advanceClock, stopClock } from "#tests/sandbox.ts";

const STATUS = "get_connection_status";
const NEXT_MONTH = "2027-04-01T00:00:00.000Z";

test("more calls in ten seconds than the key may make are refused with 429 and the wait", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { burst: 3 });
  await stopClock();
  for (let call = 0; call < 3; call += 1)
    expect((await callRest(organization.apiKey, STATUS)).status).toBe(200);
  const { status, headers, error } = await callRest(organization.apiKey, STATUS);
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("10");
  expect(error).toMatchObject({ code: "rate_limited", limit: 3, used: 3, whoCanFix: "time" });
  await advanceClock("10s");
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(200);
});

test("over MCP a full bucket is an error of the tool, not of HTTP", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { burst: 1 });
  await stopClock();
  await callMcpTool(organization.apiKey, STATUS);
  const { status, result } = await callMcpTool(organization.apiKey, STATUS);
  expect(status).toBe(200);
  expect(result).toMatchObject({ isError: true });
  expect(JSON.stringify(result)).toContain("rate_limited");
});

test("each key has a bucket of its own", async () => {
  const organization = await createOrganization();
  const other = await createKey(organization);
  await setEntitlement(organization, { burst: 1 });
  await stopClock();
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(200);
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(429);
  expect((await callRest(other.secret, STATUS)).status).toBe(200);
});

test.each(eras)("listing is free and has a larger bucket of its own, in the %s era", async (era) => {
  const organization = await createOrganization();
  await setEntitlement(organization, { burst: 2 });
  await stopClock();
  const answers = [];
  for (let call = 0; call < 11; call += 1)
    answers.push(await callMcp(organization.apiKey, "tools/list", {}, era));
  expect(answers.slice(0, 10).every(({ result }) => result.tools !== undefined)).toBe(true);
  expect(answers[10]?.error).toMatchObject({ code: -32_000, data: { code: "rate_limited", limit: 10 } });
  expect((await callRest(organization.apiKey, STATUS)).body).toMatchObject({ tool_calls: { used: 1 } });
});

test("a batch takes as many places in the bucket as it has requests", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { burst: 2 });
  await stopClock();
  const batch = Array.from({ length: 12 }, (_, id) => ({
    jsonrpc: "2.0",
    id,
    method: "tools/list",
    params: {},
  }));
  const headers = { ...toHeaders("legacy", "tools/list"), "x-api-key": organization.apiKey };
  const { text } = await postMcp(headers, JSON.stringify(batch));
  expect(text).toContain("rate_limited");
});

test("a quota that is used up is 402 with its end, while listing goes on", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 2 });
  const { apiKey } = organization;
  for (let call = 0; call < 2; call += 1) expect((await callRest(apiKey, "get_properties")).status).toBe(200);
  const { status, error } = await callRest(apiKey, "get_properties");
  expect(status).toBe(402);
  expect(error).toMatchObject({
    code: "quota_exceeded",
    limit: 2,
    used: 2,
    resetsAt: NEXT_MONTH,
    whoCanFix: "owner",
  });
  const mcp = await callMcpTool(apiKey, "get_properties");
  expect([mcp.status, mcp.result.isError]).toEqual([200, true]);
  expect((await callMcp(apiKey, "tools/list")).result.tools).toBeDefined();
  expect((await callMcp(apiKey, "resources/read", { uri: "listing://40160" })).result.contents).toBeDefined();
});

test("a quota counts across restarts and begins anew with the month", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 1 });
  await callRest(organization.apiKey, "get_properties");
  await restart(organization);
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(402);
  await advanceClock("31d");
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
});

test("fifty concurrent calls cannot overshoot a quota", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 10 });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => callRest(organization.apiKey, "get_properties")),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 402)).toHaveLength(40);
  const billed = (await readTable(organization, "audit_log")).filter(({ billable }) => billable === 1);
  expect(billed).toHaveLength(10);
});

test("a call that is not billed gives its place in the quota back", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 1 });
  expect((await callRest(organization.apiKey, "no_such_tool")).status).toBe(404);
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
});

const closed = ["past_due", "suspended"] as const;

test.each(closed)("an organization that is %s is refused with 402, and listing goes on", async (status) => {
  const organization = await createOrganization();
  await setEntitlement(organization, { status });
  const answer = await callRest(organization.apiKey, "get_properties");
  expect([answer.status, answer.error?.code]).toEqual([402, "payment_required"]);
  expect((await callMcp(organization.apiKey, "tools/list")).result.tools).toBeDefined();
  await setEntitlement(organization, { version: 3 });
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
});

test("an older or equal entitlement that arrives late changes nothing, also after a restart", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { version: 5, status: "past_due" });
  for (const version of [4, 5]) await setEntitlement(organization, { version });
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(402);
  await restart(organization);
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(402);
});

test("a refused flood cannot fill the audit log: what is over the limit leaves one row in ten seconds", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { burst: 5, status: "past_due" });
  await stopClock();
  for (let call = 0; call < 30; call += 1) await callRest(organization.apiKey, STATUS);
  const refusals = (await readTable(organization, "audit_log")).filter(
    ({ action }) => action === "tools/call",
  );
  expect(refusals).toHaveLength(6);
});

test("a refused call is told no more used calls than there were", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 10 });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => callRest(organization.apiKey, "get_properties")),
  );
  const used = answers.flatMap(({ error }) => error?.used ?? []);
  expect(Math.max(...used)).toBe(10);
});
