import { createRoute, z } from "@hono/zod-openapi";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { getHealth } from "#operator/get-health.ts";
import { json, refusals } from "../schemas.ts";
import { OPERATOR } from "./schemas.ts";

const Counted = z.object({ calls: z.number(), errors: z.number() });

const Health = z
  .object({
    version: z.string(),
    alerts: z.array(
      z.object({
        name: z.string(),
        since: z.number(),
        value: z.number(),
        limit: z.number().describe("What would still be fine"),
        message: z.string(),
      }),
    ),
    calls: z.object({
      hour: Counted.describe("Of the latest full hour, as rolled up"),
      day: Counted.describe("Of today and yesterday, as rolled up"),
    }),
    jobs: z.array(
      z.object({
        job: z.string(),
        everyMinutes: z.number(),
        startedAt: z.number(),
        endedAt: z.number().nullable().describe("Null: it runs, or was killed"),
        error: z.string().nullable(),
        isLate: z.boolean(),
      }),
    ),
    slowQueries: z
      .array(z.object({ at: z.number(), durationMs: z.number(), statement: z.string() }))
      .describe("The latest 20 that took more than a second, without the values they were given"),
  })
  .openapi("OperatorHealth");

const get = createRoute({
  method: "get",
  path: `${OPERATOR}/health`,
  summary: "What somebody should look into, and when each job ran last",
  ...operated("getOperatorHealth"),
  responses: { 200: json("Now", Health), ...refusals },
});

export const operatorHealth = createApi().openapi(get, async (c) => {
  const { now } = c.get("operator");
  return c.json(Health.parse(await getHealth({ env: c.env, now })), 200);
});
