import { createRoute } from "@hono/zod-openapi";
import { getAccount } from "#billing/get-account.ts";
import { BillingProfile, ChangeProfile, toProfile } from "#billing/profile/billing-profile.ts";
import { changeProfile } from "#billing/profile/change-profile.ts";
import {
  ChangeNotifications,
  changeNotifications,
  Notifications,
  toNotifications,
} from "#billing/profile/notifications.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { json, OneOrganization, refusals, toBody } from "../schemas.ts";
import { BILLING, toBillingContext, withAudit } from "./to-billing-context.ts";

const getRoute = createRoute({
  method: "get",
  path: `${BILLING}/profile`,
  operationId: "getBillingProfile",
  summary: "What invoices say of whoever pays them",
  ...permitted({ billing: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The profile", BillingProfile), ...refusals },
});

const change = createRoute({
  method: "patch",
  path: `${BILLING}/profile`,
  operationId: "updateBillingProfile",
  summary: "Change where invoices go and what they say, here and at Stripe",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(ChangeProfile) },
  responses: { 200: json("The profile as it is now", BillingProfile), ...refusals },
});

const getNotifications = createRoute({
  method: "get",
  path: `${BILLING}/notifications`,
  operationId: "getBillingNotifications",
  summary: "Who is told of usage and invoices, and when",
  ...permitted({ billing: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The settings", Notifications), ...refusals },
});

const updateNotifications = createRoute({
  method: "patch",
  path: `${BILLING}/notifications`,
  operationId: "updateBillingNotifications",
  summary: "Change who is told of usage and invoices, and at which percentages of the quota",
  ...permitted({ billing: ["write"] }),
  request: { params: OneOrganization, body: toBody(ChangeNotifications) },
  responses: { 200: json("The settings as they are now", Notifications), ...refusals },
});

export const billingProfile = createApi()
  .openapi(getRoute, async (c) => c.json(toProfile(await getAccount(await toBillingContext(c))), 200))
  .openapi(change, async (c) => {
    const input = c.req.valid("json");
    // What is changed, not to what: it is about people.
    const entry = { action: "billing/update_profile", details: { fields: Object.keys(input) } } as const;
    return c.json(await withAudit(c, entry, (ctx) => changeProfile(ctx, input)), 200);
  })
  .openapi(getNotifications, async (c) =>
    c.json(toNotifications(await getAccount(await toBillingContext(c))), 200),
  )
  .openapi(updateNotifications, async (c) => {
    const input = c.req.valid("json");
    const entry = { action: "billing/update_notifications", details: input } as const;
    return c.json(await withAudit(c, entry, (ctx) => changeNotifications(ctx, input)), 200);
  });
