import { createRoute, z } from "@hono/zod-openapi";
import { hasPassword } from "#directory/has-password.ts";
import { isRole, listPermissions } from "#directory/roles.ts";
import { setActiveOrganization } from "#directory/set-active-organization.ts";
import { findMembership } from "#directory/team/find-membership.ts";
import { listOrganizationsOf } from "#directory/team/list-organizations-of.ts";
import { AppError } from "#errors.ts";
import { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { createApi } from "../hono.ts";
import { isOperator } from "../operated.ts";
import { signedIn } from "../permitted.ts";
import { json, Organization, RoleName, refusals, toBody } from "./schemas.ts";

const SESSION = "/api/v1/session";

const SessionOrganization = Organization.extend({
  permissions: z.array(z.string()).describe("All that your role may do, as `resource:action`"),
  suspension: z
    .object({ at: z.number(), reason: z.string() })
    .nullable()
    .describe("By the operator: keys are closed, and members only read"),
  billing: z
    .object({
      plan: z.string(),
      status: z.enum(["trialing", "free", "active", "past_due", "suspended", "archived"]),
      trialEndsAt: z.number().nullable(),
      pastDueSince: z.number().nullable(),
      cancelAt: z.number().nullable(),
      keptUntil: z.number().nullable().describe("After the end of a subscription: until when all is kept"),
    })
    .nullable(),
}).openapi("SessionOrganization");

const Session = z
  .object({
    user: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      image: z.string().nullable(),
      hasTwoFactor: z.boolean(),
      hasPassword: z.boolean(),
      isOperator: z.boolean().describe("Whether the operator console is open to you, with a second factor"),
    }),
    organization: z
      .object({ id: OrgId, name: z.string(), role: RoleName })
      .nullable()
      .describe("The one that was switched to last, if you are still in it"),
    now: z.number().describe("What time it is here"),
    organizations: z.array(SessionOrganization).describe("All that you are in, oldest first"),
  })
  .openapi("Session");

const get = createRoute({
  method: "get",
  path: SESSION,
  operationId: "getSession",
  summary: "Who you are, which organization you work in, and what you may do in each of yours",
  ...signedIn(),
  responses: { 200: json("The session", Session), ...refusals },
});

const switchTo = createRoute({
  method: "put",
  path: `${SESSION}/organization`,
  operationId: "switchOrganization",
  summary: "Work in another of your organizations",
  ...signedIn(),
  request: { body: toBody(z.object({ organization: OrgId })) },
  responses: { 204: { description: "Switched" }, ...refusals },
});

export const session = createApi()
  .openapi(get, async (c) => {
    const person = c.get("person");
    const { activeOrganization, email, hasTwoFactor, image, name, userId } = person;
    const [rows, isWithPassword] = await Promise.all([
      listOrganizationsOf(c.env.DB, userId),
      hasPassword(c.env.DB, userId),
    ]);
    const organizations = rows.map((row) => ({
      ...row,
      permissions: isRole(row.role) ? listPermissions(row.role) : [],
      suspension:
        row.suspendedAt === null ? null : { at: row.suspendedAt, reason: row.suspensionReason ?? "" },
    }));
    const organization = organizations.find(({ id }) => id === activeOrganization) ?? null;
    const user = {
      id: userId,
      name,
      email,
      image,
      hasTwoFactor,
      hasPassword: isWithPassword,
      isOperator: isOperator(c.env, person),
    };
    const now = await getNow(c.env);
    return c.json(Session.parse({ user, organization, organizations, now }), 200);
  })
  .openapi(switchTo, async (c) => {
    const { session, userId } = c.get("person");
    const { organization } = c.req.valid("json");
    const membership = await findMembership(c.env.DB, organization, userId);
    if (membership === null) throw new AppError("not_found", "You are in no organization with this id.");
    await setActiveOrganization(c.env.DB, session, organization);
    return c.body(null, 204);
  });
