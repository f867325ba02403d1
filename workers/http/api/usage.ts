import { createRoute, z } from "@hono/zod-openapi";
import { findListingCount } from "#billing/find-listing-count.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { ExportUsage } from "#organization/usage/export-usage.ts";
import { DayRange, ListUsage } from "#organization/usage/list-usage.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { json, OneOrganization, refusals } from "./schemas.ts";

const USAGE = "/api/v1/organizations/{organization}/usage";

const Totals = z.object({
  calls: z.number(),
  billable: z.number().describe("Those that count against the quota"),
  errors: z.number().describe("Those that did not end well"),
  averageDurationMs: z.number().nullable(),
});
const Row = Totals.extend({ group: z.string().nullable() });

const Percentiles = z.object({
  calls: z.number(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
});

const Overview = z
  .object({
    period: z.object({ start: z.number(), end: z.number() }),
    used: z.number().describe("Calls of the period that count"),
    quota: z.number(),
    percent: z.number(),
    overage: z.object({
      mode: z.enum(["refuse", "bill"]).describe("What happens beyond the quota"),
      calls: z.number().describe("Beyond the quota, and billed"),
    }),
    listings: z.object({
      active: z.number().nullable().describe("As they were counted last"),
      served: z.number().nullable().describe("As many as the plan serves, the oldest first; null: all"),
    }),
    calls: z.number().describe("Of the period, those included that do not count"),
    errors: z.number(),
    errorPercent: z.number(),
    days: z.array(Row).describe("The latest 30, today last"),
  })
  .openapi("UsageOverview");

const list = createRoute({
  method: "get",
  path: USAGE,
  operationId: "listUsage",
  summary: "Count the tool calls by day, hour, tool, key, member or connector",
  ...permitted({ usage: ["read"] }, { analytics: true }),
  request: { params: OneOrganization, query: ListUsage },
  responses: {
    200: json(
      "At most a thousand rows, and the totals of all",
      z.object({ totals: Totals, rows: z.array(Row) }).openapi("Usage"),
    ),
    ...refusals,
  },
});

const overview = createRoute({
  method: "get",
  path: `${USAGE}/overview`,
  operationId: "getUsageOverview",
  summary: "See how much of the quota is used, and how the latest days were",
  ...permitted({ usage: ["read"] }, { analytics: true }),
  request: { params: OneOrganization },
  responses: { 200: json("This period so far", Overview), ...refusals },
});

const errors = createRoute({
  method: "get",
  path: `${USAGE}/errors`,
  operationId: "listUsageErrors",
  summary: "Count the calls that did not end well, by reason and tool",
  ...permitted({ usage: ["read"] }, { analytics: true }),
  request: { params: OneOrganization, query: DayRange },
  responses: {
    200: json(
      "The most frequent first",
      z
        .object({ rows: z.array(z.object({ code: z.string(), tool: z.string(), calls: z.number() })) })
        .openapi("UsageErrors"),
    ),
    ...refusals,
  },
});

const latency = createRoute({
  method: "get",
  path: `${USAGE}/latency`,
  operationId: "getLatency",
  summary: "See how long calls took: what half, 95 and 99 % stayed within, in milliseconds",
  ...permitted({ usage: ["read"] }, { analytics: true }),
  request: { params: OneOrganization, query: DayRange },
  responses: {
    200: json(
      "Up to a quarter more than it really was",
      Percentiles.extend({ days: z.array(Percentiles.extend({ day: z.string() })) }).openapi("Latency"),
    ),
    ...refusals,
  },
});

const download = createRoute({
  method: "get",
  path: `${USAGE}/export`,
  operationId: "exportUsage",
  summary: "Download the counts by day, hour, tool, key, member or connector as CSV",
  ...permitted({ usage: ["read"] }, { analytics: true }),
  request: { params: OneOrganization, query: ExportUsage },
  responses: { 200: { description: "The file, with a line of names first" }, ...refusals },
});

export const usage = createApi()
  .openapi(list, async (c) => {
    const { organization } = c.get("member");
    return c.json(throwReceipt(await organization.listUsage(c.req.valid("query"))), 200);
  })
  .openapi(overview, async (c) => {
    const { id, organization } = c.get("member");
    const [active, result] = await Promise.all([
      findListingCount(c.env.DB, id),
      organization.getUsageOverview(),
    ]);
    const { servedListings: served, ...rest } = throwReceipt(result);
    return c.json({ ...rest, listings: { active, served } }, 200);
  })
  .openapi(errors, async (c) => {
    const { organization } = c.get("member");
    return c.json(throwReceipt(await organization.listUsageErrors(c.req.valid("query"))), 200);
  })
  .openapi(latency, async (c) => {
    const { organization } = c.get("member");
    return c.json(throwReceipt(await organization.getLatency(c.req.valid("query"))), 200);
  })
  .openapi(download, async (c) => {
    const { organization } = c.get("member");
    return c.body(throwReceipt(await organization.exportUsage(c.req.valid("query"))), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="usage.csv"',
    });
  });
