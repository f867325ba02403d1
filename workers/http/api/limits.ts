import { createRoute, z } from "@hono/zod-openapi";
import { listLimits } from "#billing/overview/list-limits.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { Limits } from "./billing/schemas.ts";
import { toBillingContext } from "./billing/to-billing-context.ts";
import { json, OneOrganization, refusals } from "./schemas.ts";

const list = createRoute({
  method: "get",
  path: "/api/v1/organizations/{organization}/limits",
  operationId: "listLimits",
  summary: "See the plan's limits and how much of each is used",
  ...permitted({ organization: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The limits", z.object({ plan: z.string(), limits: Limits })), ...refusals },
});

export const limits = createApi().openapi(list, async (c) =>
  c.json(await listLimits(await toBillingContext(c)), 200),
);
