import { createRoute, z } from "@hono/zod-openapi";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { listSoldPlans } from "#operator/list-sold-plans.ts";
import { Plan } from "../plans.ts";
import { json, refusals } from "../schemas.ts";
import { OPERATOR } from "./schemas.ts";

const SoldPlan = Plan.extend({
  prices: z.array(
    z.object({
      kind: z.enum(["base", "listing", "overage"]),
      interval: z.enum(["month", "year"]),
      priceId: z.string().nullable().describe("At Stripe; null: not there yet, or billing is off"),
    }),
  ),
}).openapi("OperatorPlan");

const list = createRoute({
  method: "get",
  path: `${OPERATOR}/plans`,
  summary: "The plans as the file has them, with their prices at Stripe",
  ...operated("listOperatorPlans"),
  responses: { 200: json("To read only", z.object({ plans: z.array(SoldPlan) })), ...refusals },
});

export const operatorPlans = createApi().openapi(list, async (c) =>
  c.json({ plans: await listSoldPlans(c.env) }, 200),
);
