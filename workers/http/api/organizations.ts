import { createRoute, z } from "@hono/zod-openapi";
import { consumeRate } from "#directory/consume-rate.ts";
import { forOrganization } from "#directory/directory.ts";
import { Slug } from "#directory/slug.ts";
import { listOrganizationsOf } from "#directory/team/list-organizations-of.ts";
import { updateOrganization } from "#directory/update-organization.ts";
import { AppError } from "#errors.ts";
import { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { Locale } from "#lib/locale.ts";
import { Name } from "#lib/name.ts";
import { changeOrganization } from "#lifecycle/change-organization.ts";
import { closeOrganization } from "#lifecycle/close-organization.ts";
import { CreateOrganization, createOrganization } from "#lifecycle/create-organization.ts";
import { restoreOrganization } from "#lifecycle/restore-organization.ts";
import { createApi } from "../hono.ts";
import { permitted, signedIn } from "../permitted.ts";
import { json, OneOrganization, Organization, refusals, toBody } from "./schemas.ts";

const ORGANIZATIONS = "/api/v1/organizations";
const ONE = `${ORGANIZATIONS}/{organization}`;
/** New organizations of one person. */
const RATE = { requests: 10, seconds: 86_400 };

const list = createRoute({
  method: "get",
  path: ORGANIZATIONS,
  operationId: "listOrganizations",
  summary: "List the organizations that you are in, oldest first",
  ...signedIn(),
  responses: {
    200: json("Your organizations", z.object({ organizations: z.array(Organization) })),
    ...refusals,
  },
});

const create = createRoute({
  method: "post",
  path: ORGANIZATIONS,
  operationId: "createOrganization",
  summary: "Create an organization that you own",
  ...signedIn(),
  request: { body: toBody(CreateOrganization) },
  responses: { 201: json("The new organization", z.object({ id: OrgId })), ...refusals },
});

const get = createRoute({
  method: "get",
  path: ONE,
  operationId: "getOrganization",
  summary: "Read an organization",
  ...permitted({ organization: ["read"] }, { whileClosing: true }),
  request: { params: OneOrganization },
  responses: { 200: json("The organization", Organization), ...refusals },
});

const Change = z
  .strictObject({ name: Name.optional(), slug: Slug.optional(), locale: Locale.nullable().optional() })
  .refine((change) => Object.keys(change).length > 0, "There is nothing to change.");

const update = createRoute({
  method: "patch",
  path: ONE,
  operationId: "updateOrganization",
  summary: "Rename an organization, change its name in addresses, or how its figures are written",
  ...permitted({ organization: ["update"] }),
  request: { params: OneOrganization, body: toBody(Change) },
  responses: { 204: { description: "Changed" }, ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: ONE,
  operationId: "deleteOrganization",
  summary:
    "Delete an organization: keys stop now, the data goes in 30 days, and until then it can be exported or restored",
  ...permitted({ organization: ["delete"] }),
  request: {
    params: OneOrganization,
    body: toBody(z.object({ name: z.string().describe("The organization's name, typed again") })),
  },
  responses: {
    200: json("Until when", z.object({ deletesAt: z.number(), exportUrl: z.string() })),
    ...refusals,
  },
});

const restore = createRoute({
  method: "post",
  path: `${ONE}/restore`,
  operationId: "restoreOrganization",
  summary: "Take back the deletion of an organization; its keys work again",
  ...permitted({ organization: ["delete"] }, { whileClosing: true }),
  request: { params: OneOrganization },
  responses: { 204: { description: "Restored" }, ...refusals },
});

export const organizations = createApi()
  .openapi(list, async (c) => {
    const rows = await listOrganizationsOf(c.env.DB, c.get("person").userId);
    return c.json({ organizations: z.array(Organization).parse(rows) }, 200);
  })
  .openapi(create, async (c) => {
    const { by, userId: ownerId } = c.get("person");
    const now = await getNow(c.env);
    await consumeRate(c.env.DB, `organizations/${ownerId}`, RATE, now);
    const id = await createOrganization({ env: c.env, now, ownerId, by }, c.req.valid("json"));
    return c.json({ id }, 201);
  })
  .openapi(get, async (c) => {
    return c.json(Organization.parse(c.get("member").membership), 200);
  })
  .openapi(update, async (c) => {
    const { by, id } = c.get("member");
    const change = c.req.valid("json");
    await changeOrganization({ env: c.env, id, by }, { action: "organization/update", details: change }, () =>
      updateOrganization(forOrganization(c.env.DB, id), change),
    );
    return c.body(null, 204);
  })
  .openapi(remove, async (c) => {
    const { by, id, membership } = c.get("member");
    if (c.req.valid("json").name.trim() !== membership.name) {
      throw new AppError("invalid_request", "name: must be the organization's name, to confirm.");
    }
    const { deletesAt } = await closeOrganization({ env: c.env, now: await getNow(c.env), by }, id);
    return c.json({ deletesAt, exportUrl: `${ORGANIZATIONS}/${id}/export` }, 200);
  })
  .openapi(restore, async (c) => {
    const { by, id } = c.get("member");
    await restoreOrganization({ env: c.env, now: await getNow(c.env), by }, id);
    return c.body(null, 204);
  });
