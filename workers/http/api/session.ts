import { createRoute, z } from "@hono/zod-openapi";
import { forOrganization } from "#directory/directory.ts";
import { setActiveOrganization } from "#directory/set-active-organization.ts";
import { findMembership } from "#directory/team/find-membership.ts";
import { AppError } from "#errors.ts";
import { OrgId } from "#ids.ts";
import { createApi } from "../hono.ts";
import { signedIn } from "../permitted.ts";
import { json, RoleName, refusals, toBody } from "./schemas.ts";

const SESSION = "/api/v1/session";

const Session = z
  .object({
    user: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      image: z.string().nullable(),
      hasTwoFactor: z.boolean(),
    }),
    organization: z
      .object({ id: OrgId, name: z.string(), role: RoleName })
      .nullable()
      .describe("The one that was switched to last, if you are still in it"),
  })
  .openapi("Session");

const get = createRoute({
  method: "get",
  path: SESSION,
  operationId: "getSession",
  summary: "Who you are, and which organization you work in",
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
    const { activeOrganization, email, hasTwoFactor, image, name, userId } = c.get("person");
    const id = OrgId.safeParse(activeOrganization).data;
    const membership = id && (await findMembership(forOrganization(c.env.DB, id), userId));
    const user = { id: userId, name, email, image, hasTwoFactor };
    return c.json(Session.parse({ user, organization: membership ? { id, ...membership } : null }), 200);
  })
  .openapi(switchTo, async (c) => {
    const { session, userId } = c.get("person");
    const { organization } = c.req.valid("json");
    const membership = await findMembership(forOrganization(c.env.DB, organization), userId);
    if (membership === null) throw new AppError("not_found", "You are in no organization with this id.");
    await setActiveOrganization(c.env.DB, session, organization);
    return c.body(null, 204);
  });
