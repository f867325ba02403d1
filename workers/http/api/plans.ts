import { createRoute, z } from "@hono/zod-openapi";
import { getPlan, listPlans, refusedFeatures } from "#billing/list-plans.ts";
import { planNames } from "#billing/plans.ts";
import { createApi } from "../hono.ts";
import { json, refusal } from "./schemas.ts";

const Slug = z.enum(planNames);

const Features = z.object({
  toolCalls: z.number().describe("Per month"),
  listings: z.number().nullable().describe("Served, the oldest first; null: all"),
  readOnly: z.boolean(),
  members: z.number(),
  apiKeys: z.number(),
  connections: z.number(),
  clientConfigurations: z.number(),
  webhookEndpoints: z.number(),
  auditDays: z.number(),
});

export const Plan = z
  .object({
    slug: Slug,
    name: z.string(),
    summary: z.string(),
    currency: z.literal("usd"),
    price: z.object({ month: z.number(), year: z.number() }).describe("Cents, without the listings"),
    pricePerListing: z.number().nullable().describe("Cents per active listing and month"),
    overagePerThousand: z.number().nullable().describe("Cents per thousand tool calls beyond the quota"),
    yearlySavingPercent: z.number().nullable(),
    trialDays: z.number(),
    isPopular: z.boolean(),
    features: Features,
  })
  .openapi("Plan");

const Refused = z.array(z.object({ feature: z.string(), reason: z.string() }));

const list = createRoute({
  method: "get",
  path: "/api/v1/billing/plans",
  operationId: "listPlans",
  summary: "What can be bought here, and what it costs",
  security: [],
  responses: {
    200: json("From the least to the most", z.object({ plans: z.array(Plan), refused: Refused })),
  },
});

const Value = z.union([z.number(), z.boolean()]).nullable();

const get = createRoute({
  method: "get",
  path: "/api/v1/billing/plans/{slug}",
  operationId: "getPlan",
  summary: "One plan, compared with the others feature by feature",
  security: [],
  request: { params: z.object({ slug: z.string() }) },
  responses: {
    200: json(
      "The plan and the comparison",
      z.object({
        plan: Plan,
        comparison: z.array(
          z.object({ feature: z.string(), name: z.string(), values: z.record(z.string(), Value) }),
        ),
        refused: Refused,
      }),
    ),
    404: refusal,
  },
});

/** Open to everybody: whoever thinks of signing up wants to know. */
export const plans = createApi()
  .openapi(list, (c) => c.json({ plans: listPlans(), refused: [...refusedFeatures] }, 200))
  .openapi(get, (c) => {
    const { plan, comparison, refused } = getPlan(c.req.valid("param").slug);
    return c.json({ plan, comparison, refused: [...refused] }, 200);
  });
