import { createRoute, z } from "@hono/zod-openapi";
import { Cancel, cancel } from "#billing/change/cancel.ts";
import { OpenPortal, openPortal } from "#billing/change/open-portal.ts";
import { reactivate } from "#billing/change/reactivate.ts";
import { getBilling } from "#billing/overview/get-billing.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { json, OneOrganization, refusals, toBody } from "../schemas.ts";
import { IntervalName, Limits, PlanSlug, Price } from "./schemas.ts";
import { BILLING, toBillingContext, withAudit } from "./to-billing-context.ts";

const moment = z.number().nullable();

const Subscription = z.object({
  status: z.string().nullable().describe("As Stripe calls it"),
  interval: IntervalName,
  price: Price,
  periodStart: moment,
  periodEnd: moment,
  nextBill: z
    .object({ at: z.number(), amount: z.number().describe("Cents, before prorations and usage") })
    .nullable(),
  cancelAt: moment,
  pastDueSince: moment,
  scheduledChange: z
    .object({ plan: z.string().nullable(), interval: IntervalName.nullable(), at: z.number() })
    .nullable(),
});

const Billing = z
  .object({
    isBillingOn: z.boolean().describe("Whether anything can be bought here"),
    plan: PlanSlug,
    planName: z.string(),
    status: z.enum(["trialing", "free", "active", "past_due", "suspended", "archived"]),
    trialEndsAt: moment,
    subscription: Subscription.nullable(),
    listings: z.object({ counted: moment, countedAt: moment, paidFor: moment }),
    openInvoice: z.object({ id: z.string(), url: z.string().nullable() }).nullable(),
    overage: z.enum(["refuse", "bill"]),
    keptUntil: moment.describe("After the end of a subscription: until when everything is kept"),
    usage: Limits,
    operation: z.string().nullable().describe("A change that is under way"),
  })
  .openapi("Billing");

const get = createRoute({
  method: "get",
  path: BILLING,
  operationId: "getBilling",
  summary: "The plan, what it costs, when the next bill comes, and how much of each limit is used",
  ...permitted({ billing: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("As of the last reading from Stripe", Billing), ...refusals },
});

const end = createRoute({
  method: "post",
  path: `${BILLING}/cancel`,
  operationId: "cancelSubscription",
  summary: "Cancel at the end of the period, or now",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(Cancel) },
  responses: {
    200: json(
      "When it ends, and how long the data stays",
      z.object({ effectiveAt: z.number(), dataKeptUntil: z.number(), exportUntil: z.number() }),
    ),
    ...refusals,
  },
});

const resume = createRoute({
  method: "post",
  path: `${BILLING}/reactivate`,
  operationId: "reactivateSubscription",
  summary: "Take back a cancellation before it comes into effect",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization },
  responses: { 204: { description: "The subscription goes on" }, ...refusals },
});

const portal = createRoute({
  method: "post",
  path: `${BILLING}/portal`,
  operationId: "openBillingPortal",
  summary: "Where to change the card and see invoices, at Stripe",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(OpenPortal) },
  responses: { 200: json("Stripe's page, good for some minutes", z.object({ url: z.url() })), ...refusals },
});

export const billingSubscription = createApi()
  .openapi(get, async (c) => c.json(await getBilling(await toBillingContext(c)), 200))
  .openapi(end, async (c) => {
    const input = c.req.valid("json");
    const { when, reason } = input;
    const entry = { action: "billing/cancel", details: { when, reason } } as const;
    return c.json(await withAudit(c, entry, (ctx) => cancel(ctx, input)), 200);
  })
  .openapi(resume, async (c) => {
    await withAudit(c, { action: "billing/reactivate" }, reactivate);
    return c.body(null, 204);
  })
  .openapi(portal, async (c) => {
    const input = c.req.valid("json");
    const entry = { action: "billing/open_portal", details: input } as const;
    return c.json(await withAudit(c, entry, (ctx) => openPortal(ctx, input)), 200);
  });
