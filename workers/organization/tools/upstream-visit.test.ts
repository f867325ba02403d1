import { expect, test } from "vitest";
import { newId } from "#ids.ts";
import { callMcpTool } from "#tests/mcp.ts";
import { callRest, createOrganization } from "#tests/organization.ts";
import { listRequests } from "#tests/sandbox.ts";
import { UpstreamVisit } from "./upstream-visit.ts";

const toDate = (headers: Headers) => Date.parse(headers.get("x-latchkey-as-of") ?? "");

test("an answer says as of when it is, and one from the cache as of when that was read", async () => {
  const { apiKey } = await createOrganization();
  const first = await callRest(apiKey, "get_properties");
  const again = await callRest(apiKey, "get_properties", { city: "Miami" });
  expect(toDate(first.headers)).toBeGreaterThan(0);
  expect(toDate(again.headers)).toBe(toDate(first.headers));
  const { result } = await callMcpTool(apiKey, "get_properties");
  expect(result).toMatchObject({ _meta: { "latchkey/as_of": first.headers.get("x-latchkey-as-of") } });
});

test("fresh reads anew, for this call alone", async () => {
  const { account, apiKey } = await createOrganization();
  const first = await callRest(apiKey, "get_properties");
  const before = (await listRequests(account, "/listings")).length;
  const fresh = await callRest(apiKey, "get_properties", { fresh: true });
  const later = await callRest(apiKey, "get_properties");
  expect(await listRequests(account, "/listings")).toHaveLength(before + 1);
  expect(toDate(fresh.headers)).toBeGreaterThan(toDate(first.headers));
  expect(toDate(later.headers)).toBe(toDate(fresh.headers));
});

test("what asks no upstream says nothing of that, and takes no fresh", async () => {
  const { apiKey } = await createOrganization();
  expect((await callRest(apiKey, "get_bookings", { fresh: "yes" })).error?.code).toBe("invalid_request");
  const refused = await callRest(apiKey, "get_connection_status", { fresh: true });
  expect(refused.error?.code).toBe("invalid_request");
  const { headers } = await callRest(apiKey, "get_connection_status");
  expect(headers.has("x-latchkey-as-of")).toBe(false);
});

const caller = { credential: newId("key") };

test("a call that waits says so to who asked for progress, which only ever grows", () => {
  const reports: [number, number?, string?][] = [];
  const visit = new UpstreamVisit({ caller, progress: (...report) => reports.push(report) });
  visit.caller.onWait?.();
  visit.progress(3, 10);
  visit.caller.onWait?.();
  visit.caller.onWait?.();
  expect(reports.map(([done]) => done)).toEqual([0.01, 3, 3.01, expect.closeTo(3.02)]);
  expect(reports.at(-1)).toEqual([
    expect.closeTo(3.02),
    10,
    "Waiting for the connected account's request budget.",
  ]);
  expect(new UpstreamVisit({ caller }).caller.onWait).toBeUndefined();
});

test("an answer is as old as its oldest data, and has waited as long as its slowest request", () => {
  const visit = new UpstreamVisit({ caller });
  expect(visit.provenance).toEqual({});
  for (const note of [
    { readAt: 2_000, waitedMs: 0 },
    { readAt: 1_000, waitedMs: 1_200.4 },
    { readAt: 3_000, waitedMs: 700 },
  ])
    visit.caller.onAnswer?.(note);
  expect(visit.provenance).toEqual({ asOf: "1970-01-01T00:00:01.000Z", waitedMs: 1_200 });
});
