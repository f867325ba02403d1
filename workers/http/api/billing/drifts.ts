import { createRoute, z } from "@hono/zod-openapi";
import { DriftFilter } from "#billing/drifts/drift.ts";
import { listDriftsOf } from "#billing/drifts/list-drifts-of.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { toContext } from "#http/to-context.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";

const Drift = z
  .object({
    id: z.string(),
    at: z.number(),
    kind: z.string(),
    expected: z.string(),
    found: z.string(),
    cause: z.string(),
    repairedAt: z.number().nullable().describe("Null: not repaired yet"),
  })
  .openapi("BillingDrift");

const list = createRoute({
  method: "get",
  path: "/api/v1/organizations/{organization}/billing/drifts",
  operationId: "listBillingDrifts",
  summary: "Where Stripe, Hostaway and Latchkey did not agree, why, and what came of it; newest first",
  ...permitted({ billing: ["read"] }),
  request: { params: OneOrganization, query: DriftFilter },
  responses: { 200: json("The differences", z.object({ drifts: z.array(Drift) })), ...refusals },
});

export const drifts = createApi().openapi(list, async (c) => {
  const found = await listDriftsOf(toContext(c), c.req.valid("query"));
  return c.json({ drifts: z.array(Drift).parse(found) }, 200);
});
