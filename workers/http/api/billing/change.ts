import { createRoute, z } from "@hono/zod-openapi";
import { ChangePlan, changePlan } from "#billing/change/change-plan.ts";
import { previewChange } from "#billing/change/preview-change.ts";
import { undoChange } from "#billing/change/undo-change.ts";
import { Choice } from "#billing/paid-plan.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { json, OneOrganization, refusals, toBody } from "../schemas.ts";
import { Price, Warnings } from "./schemas.ts";
import { BILLING, limitRate, toBillingContext, withAudit } from "./to-billing-context.ts";

const CHANGE = `${BILLING}/change`;
const Timing = z.enum(["now", "period_end"]);

const Line = z.object({
  kind: z.enum(["base", "listing", "overage", "other"]),
  plan: z.string().nullable(),
  quantity: z.number().nullable(),
  amount: z.number().describe("Cents; below zero: given back"),
  from: z.number(),
  to: z.number(),
});

const Preview = z
  .object({
    effective: Timing,
    effectiveAt: z.number(),
    prorationDate: z.number().nullable().describe("Send it with the change, and the cents are the same"),
    lines: z.array(Line),
    total: z.number().describe("Cents; below zero: kept for the next invoices"),
    due: z.number().describe("Cents that are charged now"),
    price: Price.describe("What is paid from then on"),
    warnings: Warnings.describe("What the organization has more of than that plan allows"),
  })
  .openapi("PlanChangePreview");

const preview = createRoute({
  method: "post",
  path: `${CHANGE}/preview`,
  operationId: "previewPlanChange",
  summary: "What another plan or interval would cost and mean; nothing happens",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(Choice) },
  responses: { 200: json("To the cent", Preview), ...refusals },
});

const change = createRoute({
  method: "post",
  path: CHANGE,
  operationId: "changePlan",
  summary: "Change the plan or the interval: more at once, less at the end of the period",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(ChangePlan) },
  responses: {
    200: json(
      "When, and what was charged",
      z
        .object({
          effective: Timing,
          effectiveAt: z.number(),
          amount: z.number().describe("Cents that were charged for it"),
          warnings: Warnings,
        })
        .openapi("PlanChange"),
    ),
    ...refusals,
  },
});

const undo = createRoute({
  method: "delete",
  path: CHANGE,
  operationId: "undoPlanChange",
  summary: "Take back a change that waits for the end of the period",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization },
  responses: { 204: { description: "The plan stays as it is" }, ...refusals },
});

export const billingChange = createApi()
  .openapi(preview, async (c) => {
    await limitRate(c, "preview-change");
    return c.json(await previewChange(await toBillingContext(c), c.req.valid("json")), 200);
  })
  .openapi(change, async (c) => {
    const input = c.req.valid("json");
    const entry = { action: "billing/change", details: input } as const;
    return c.json(await withAudit(c, entry, (ctx) => changePlan(ctx, input)), 200);
  })
  .openapi(undo, async (c) => {
    await withAudit(c, { action: "billing/undo_change" }, undoChange);
    return c.body(null, 204);
  });
