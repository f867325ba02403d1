import { z } from "@hono/zod-openapi";

export const USAGE = "/api/v1/organizations/{organization}/usage";

export const Totals = z.object({
  calls: z.number(),
  billable: z.number().describe("Those that count against the quota"),
  errors: z.number().describe("Those that did not end well"),
  averageDurationMs: z.number().nullable(),
});
export const Row = Totals.extend({ group: z.string().nullable() });

const Percentiles = z.object({
  calls: z.number(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
});

export const Overview = z
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

export const ErrorRow = z.object({ code: z.string(), tool: z.string(), calls: z.number() });

export const Latency = Percentiles.extend({
  days: z.array(Percentiles.extend({ day: z.string() })),
}).openapi("Latency");
