import { createRoute, z } from "@hono/zod-openapi";
import { ReturnFromCheckout, returnFromCheckout } from "#billing/checkout/return-from-checkout.ts";
import { StartCheckout, startCheckout } from "#billing/checkout/start-checkout.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { json, OneOrganization, refusals, toBody } from "../schemas.ts";
import { BILLING, limitRate, withAudit } from "./to-billing-context.ts";

const start = createRoute({
  method: "post",
  path: `${BILLING}/checkout`,
  operationId: "startCheckout",
  summary: "Subscribe: counts the active listings and answers where to pay for them",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(StartCheckout) },
  responses: { 200: json("Stripe's page", z.object({ url: z.url() })), ...refusals },
});

const comeBack = createRoute({
  method: "post",
  path: `${BILLING}/checkout/return`,
  operationId: "returnFromCheckout",
  summary: "Back from Stripe's page: reads the subscription anew, so that it is there before any webhook",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(ReturnFromCheckout) },
  responses: {
    200: json(
      "What came of it",
      z.object({ outcome: z.enum(["paid", "processing", "open", "expired"]) }).openapi("CheckoutOutcome"),
    ),
    ...refusals,
  },
});

export const billingCheckout = createApi()
  .openapi(start, async (c) => {
    await limitRate(c, "checkout");
    const input = c.req.valid("json");
    const entry = { action: "billing/subscribe", details: input } as const;
    return c.json(await withAudit(c, entry, (ctx) => startCheckout(ctx, input)), 200);
  })
  .openapi(comeBack, async (c) => {
    const input = c.req.valid("json");
    const entry = { action: "billing/return_from_checkout", details: input } as const;
    return c.json(await withAudit(c, entry, (ctx) => returnFromCheckout(ctx, input)), 200);
  });
