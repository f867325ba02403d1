import { createRoute, z } from "@hono/zod-openapi";
import { limitNames } from "#billing/overview/read-usage.ts";
import { ListAllOrganizations, listAllOrganizations } from "#directory/operator/list-all-organizations.ts";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { getOneOrganization } from "#operator/get-one-organization.ts";
import { BillingChange } from "../billing/history.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";
import { ListedOrganization, NextCursor, OPERATOR, OperatorDrift, OperatorMail } from "./schemas.ts";

const OpenInvoice = z.object({
  id: z.string(),
  number: z.string().nullable(),
  amountDue: z.number().describe("Cents"),
  currency: z.string(),
  createdAt: z.number(),
  attempts: z.number(),
  nextAttemptAt: z.number().nullable(),
});

const Details = ListedOrganization.extend({
  owner: z.object({ name: z.string(), email: z.string() }).nullable(),
  limits: z
    .array(z.object({ name: z.enum(limitNames), used: z.number(), limit: z.number() }))
    .describe("Empty while it is being set up"),
  openInvoice: OpenInvoice.nullable(),
  history: z.array(BillingChange).describe("Of the subscription, the newest 20"),
  drifts: z.array(OperatorDrift).describe("The newest 20"),
  failedMails: z.array(OperatorMail).describe("The newest 20"),
}).openapi("OperatorOrganizationDetails");

const list = createRoute({
  method: "get",
  path: `${OPERATOR}/organizations`,
  summary:
    "List all organizations, newest first; search by name, id, a member's address or Stripe's customer",
  ...operated("listOperatorOrganizations"),
  request: { query: ListAllOrganizations },
  responses: {
    200: json("A page", z.object({ organizations: z.array(ListedOrganization), nextCursor: NextCursor })),
    ...refusals,
  },
});

const get = createRoute({
  method: "get",
  path: `${OPERATOR}/organizations/{organization}`,
  summary: "One organization: owner, limits, invoice, history, differences; no secret and no payload",
  ...operated("getOperatorOrganization"),
  request: { params: OneOrganization },
  responses: { 200: json("The organization", Details), ...refusals },
});

export const operatorOrganizations = createApi()
  .openapi(list, async (c) => {
    const { now } = c.get("operator");
    const found = await listAllOrganizations(c.env.DB, now, c.req.valid("query"));
    const organizations = z.array(ListedOrganization).parse(found.organizations);
    return c.json({ organizations, nextCursor: found.nextCursor }, 200);
  })
  .openapi(get, async (c) => {
    const { by, now } = c.get("operator");
    const { organization } = c.req.valid("param");
    return c.json(Details.parse(await getOneOrganization({ env: c.env, now, by }, organization)), 200);
  });
