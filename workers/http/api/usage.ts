import { createRoute, z } from "@hono/zod-openapi";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { ListUsage } from "#organization/usage/list-usage.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { json, OneOrganization, refusals } from "./schemas.ts";

const Totals = z.object({
  calls: z.number(),
  billable: z.number().describe("Those that count against the quota"),
  errors: z.number().describe("Those that did not end well"),
  averageDurationMs: z.number().nullable(),
});

const list = createRoute({
  method: "get",
  path: "/api/v1/organizations/{organization}/usage",
  operationId: "listUsage",
  summary: "Count the tool calls by day, tool, key or member",
  ...permitted({ usage: ["read"] }, { analytics: true }),
  request: { params: OneOrganization, query: ListUsage },
  responses: {
    200: json(
      "At most a thousand rows, and the totals of all",
      z
        .object({ totals: Totals, rows: z.array(Totals.extend({ group: z.string().nullable() })) })
        .openapi("Usage"),
    ),
    ...refusals,
  },
});

export const usage = createApi().openapi(list, async (c) => {
  const { organization } = c.get("member");
  return c.json(throwReceipt(await organization.listUsage(c.req.valid("query"))), 200);
});
