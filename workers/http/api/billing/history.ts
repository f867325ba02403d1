import { createRoute, z } from "@hono/zod-openapi";
import { ListHistory, listHistory } from "#billing/overview/list-history.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";
import { BILLING, toBillingContext } from "./to-billing-context.ts";

export const BillingChange = z
  .object({
    id: z.string(),
    at: z.number(),
    kind: z.string(),
    actor: z.string(),
    fromPlan: z.string().nullable(),
    toPlan: z.string().nullable(),
    fromQuantity: z.number().nullable(),
    toQuantity: z.number().nullable(),
    effectiveAt: z.number(),
    reason: z.string().nullable(),
    feedback: z.string().nullable(),
  })
  .openapi("BillingChange");

const list = createRoute({
  method: "get",
  path: `${BILLING}/history`,
  operationId: "listBillingHistory",
  summary: "What became of the subscription, newest first: what changed, who asked, why",
  ...permitted({ billing: ["read"] }),
  request: { params: OneOrganization, query: ListHistory },
  responses: {
    200: json("A page", z.object({ changes: z.array(BillingChange), nextCursor: z.string().nullable() })),
    ...refusals,
  },
});

export const billingHistory = createApi().openapi(list, async (c) =>
  c.json(await listHistory(await toBillingContext(c), c.req.valid("query")), 200),
);
