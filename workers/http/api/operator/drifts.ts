import { createRoute, z } from "@hono/zod-openapi";
import { DriftFilter } from "#billing/drifts/drift.ts";
import { listDrifts } from "#billing/drifts/list-drifts.ts";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { json, refusals } from "../schemas.ts";
import { OPERATOR, OperatorDrift } from "./schemas.ts";

const list = createRoute({
  method: "get",
  path: `${OPERATOR}/drifts`,
  summary: "Where Stripe, Hostaway and Latchkey did not agree about any organization; newest first",
  ...operated("listOperatorDrifts"),
  request: { query: DriftFilter },
  responses: { 200: json("The differences", z.object({ drifts: z.array(OperatorDrift) })), ...refusals },
});

export const operatorDrifts = createApi().openapi(list, async (c) => {
  const drifts = await listDrifts(c.env.DB, c.req.valid("query"));
  return c.json({ drifts: z.array(OperatorDrift).parse(drifts) }, 200);
});
