import { createRoute, z } from "@hono/zod-openapi";
import { consoleStatuses } from "#directory/operator/console-status.ts";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { getOverview } from "#operator/get-overview.ts";
import { json, refusals } from "../schemas.ts";
import { OPERATOR } from "./schemas.ts";

const Overview = z
  .object({
    organizations: z.object({
      total: z.number(),
      created: z.number().describe("In the latest 30 days"),
      byStatus: z.record(z.enum(consoleStatuses), z.number()),
    }),
    mrr: z.number().describe("Cents a month"),
    listings: z.number(),
    calls: z
      .object({ total: z.number(), billable: z.number(), errors: z.number() })
      .describe("Of the latest 30 days, as rolled up"),
    rolledUpAt: z.number().nullable().describe("When an organization was rolled up last"),
  })
  .openapi("OperatorOverview");

const get = createRoute({
  method: "get",
  path: `${OPERATOR}/overview`,
  summary: "The platform in figures: organizations by status, revenue, listings, calls",
  ...operated("getOperatorOverview"),
  responses: { 200: json("As of the last roll-up", Overview), ...refusals },
});

export const operatorOverview = createApi().openapi(get, async (c) => {
  const { now } = c.get("operator");
  return c.json(Overview.parse(await getOverview({ env: c.env, now })), 200);
});
