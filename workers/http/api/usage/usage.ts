import { createRoute, z } from "@hono/zod-openapi";
import { findListingCount } from "#billing/find-listing-count.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { ExportUsage } from "#organization/usage/export-usage.ts";
import { DayRange, ListUsage } from "#organization/usage/list-usage.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";
import { ErrorRow, Latency, Overview, Row, Totals, USAGE } from "./schemas.ts";

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
  ...permitted({ usage: ["read"] }),
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
    200: json("The most frequent first", z.object({ rows: z.array(ErrorRow) }).openapi("UsageErrors")),
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
    200: json("Up to a quarter more than it really was", Latency),
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
