import { createRoute } from "@hono/zod-openapi";
import { Overage, setOverage } from "#billing/overage/set-overage.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { json, OneOrganization, refusals, toBody } from "../schemas.ts";
import { BILLING, withAudit } from "./to-billing-context.ts";

const set = createRoute({
  method: "put",
  path: `${BILLING}/overage`,
  operationId: "setOverage",
  summary: "Choose what happens beyond the quota: calls are refused, or made and billed",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(Overage) },
  responses: { 200: json("As it is now", Overage.openapi("Overage")), ...refusals },
});

export const billingOverage = createApi().openapi(set, async (c) => {
  const input = c.req.valid("json");
  const entry = { action: "billing/overage", details: input } as const;
  return c.json(await withAudit(c, entry, (ctx) => setOverage(ctx, input)), 200);
});
