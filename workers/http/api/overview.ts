import { createRoute, z } from "@hono/zod-openapi";
import { getMonth } from "#billing/overview/get-month.ts";
import { mayRole } from "#directory/roles.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { PlanSlug } from "./billing/schemas.ts";
import { toBillingContext } from "./billing/to-billing-context.ts";
import { ListedConnection } from "./connections.ts";
import { ActivityRow, toNamedActivity } from "./named-activity.ts";
import { json, OneOrganization, refusals } from "./schemas.ts";

/** How many rows of the activity; a change has one for its beginning and one for its end. */
const NEWEST = 12;

const Month = z
  .object({
    isBillingOn: z.boolean().describe("Whether anything can be bought here"),
    isSubscribed: z.boolean(),
    plan: PlanSlug.describe("The subscription's; without one the plan that the trial is of"),
    perListing: z.number().describe("Cents, each month"),
    listings: z.number().nullable().describe("Null: they were never counted"),
    total: z.number().nullable().describe("Cents; null where it is unknown or nothing will be billed"),
    at: z.number().nullable().describe("When the next bill comes"),
  })
  .describe("What a month costs");

const get = createRoute({
  method: "get",
  path: "/api/v1/organizations/{organization}/overview",
  operationId: "getOverview",
  summary:
    "How far the organization is set up, how its connections fare, what was done last and what a month costs",
  ...permitted({ organization: ["read"] }),
  request: { params: OneOrganization },
  responses: {
    200: json(
      "What your role may see of it",
      z
        .object({
          setup: z.object({
            hasConnection: z.boolean(),
            hasKey: z.boolean().describe("Or calls come without one"),
            hasCalled: z.boolean().describe("Whether a tool was ever called"),
          }),
          connections: z.array(ListedConnection).nullable().describe("Null: not for your role"),
          activity: z
            .array(ActivityRow.omit({ details: true }))
            .nullable()
            .describe("The newest rows. Null: not for your role"),
          month: Month.nullable().describe("Null: not for your role"),
        })
        .openapi("Overview"),
    ),
    ...refusals,
  },
});

export const overview = createApi().openapi(get, async (c) => {
  const { organization, role } = c.get("member");
  const [setup, connections, audit, month] = await Promise.all([
    organization.getSetup(),
    mayRole(role, { connection: ["read"] }) ? organization.listConnections() : null,
    mayRole(role, { activity: ["read"] }) ? organization.listAudit({ limit: NEWEST, details: false }) : null,
    mayRole(role, { billing: ["read"] }) ? getMonth(await toBillingContext(c)) : null,
  ]);
  const answer = {
    setup: throwReceipt(setup),
    connections: connections && throwReceipt(connections),
    activity: audit && (await toNamedActivity(c.env.DB, throwReceipt(audit).rows)),
    month,
  };
  return c.json(answer, 200);
});
