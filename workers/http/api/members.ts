import { createRoute, z } from "@hono/zod-openapi";
import { listConnectors } from "#connectors/get-connector.ts";
import { forOrganization } from "#directory/directory.ts";
import { listMembers } from "#directory/team/list-members.ts";
import { transferOwnership } from "#directory/team/transfer-ownership.ts";
import { changeOrganization } from "#lifecycle/change-organization.ts";
import { changeMember } from "#lifecycle/team/change-member.ts";
import { removeMember } from "#lifecycle/team/remove-member.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { toContext } from "../to-context.ts";
import { json, OneOrganization, RoleName, refusals, toBody } from "./schemas.ts";

const ONE = "/api/v1/organizations/{organization}";
const MEMBERS = `${ONE}/members`;
const OneMember = OneOrganization.extend({ member: z.string().max(100) });

const ConnectorName = z
  .string()
  .refine((name) => listConnectors().some((connector) => connector.name === name), "is no connector");

const Member = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    image: z.string().nullable(),
    role: RoleName,
    connectors: z.array(z.string()).nullable().describe("What the member's keys may use; null: everything"),
    hasTwoFactor: z.boolean(),
    joinedAt: z.number(),
  })
  .openapi("Member");

const list = createRoute({
  method: "get",
  path: MEMBERS,
  operationId: "listMembers",
  summary: "List the people in the organization, longest there first",
  ...permitted({ member: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The members", z.object({ members: z.array(Member) })), ...refusals },
});

const Change = z
  .strictObject({
    role: RoleName.optional(),
    connectors: z.array(ConnectorName).max(100).nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "There is nothing to change.");

const update = createRoute({
  method: "patch",
  path: `${MEMBERS}/{member}`,
  operationId: "updateMember",
  summary:
    "Change a member's role, or the connectors that the member's keys may use; it acts on the next request",
  ...permitted({ member: ["update"] }),
  request: { params: OneMember, body: toBody(Change) },
  responses: { 204: { description: "Changed" }, ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: `${MEMBERS}/{member}`,
  operationId: "removeMember",
  summary: "Remove a member; the keys that the member made or is bound to stop at once",
  ...permitted({ member: ["update"] }),
  request: { params: OneMember },
  responses: { 204: { description: "Removed" }, ...refusals },
});

const leave = createRoute({
  method: "post",
  path: `${ONE}/leave`,
  operationId: "leaveOrganization",
  summary: "Leave the organization; your keys in it stop at once",
  ...permitted({ organization: ["read"] }, { whileClosing: true }),
  request: { params: OneOrganization },
  responses: { 204: { description: "Left" }, ...refusals },
});

const transfer = createRoute({
  method: "post",
  path: `${ONE}/transfer`,
  operationId: "transferOwnership",
  summary: "Make another member the owner in your place; you become an admin",
  ...permitted({ organization: ["delete"] }),
  request: { params: OneOrganization, body: toBody(z.object({ member: z.string().max(100) })) },
  responses: { 204: { description: "Transferred" }, ...refusals },
});

export const members = createApi()
  .openapi(list, async (c) => {
    const { id } = c.get("member");
    return c.json({ members: z.array(Member).parse(await listMembers(forOrganization(c.env.DB, id))) }, 200);
  })
  .openapi(update, async (c) => {
    const { member: userId } = c.req.valid("param");
    await changeMember(toContext(c), c.get("member"), { userId, ...c.req.valid("json") });
    return c.body(null, 204);
  })
  .openapi(remove, async (c) => {
    await removeMember(toContext(c), c.get("member"), c.req.valid("param").member);
    return c.body(null, 204);
  })
  .openapi(leave, async (c) => {
    const member = c.get("member");
    await removeMember(toContext(c), member, member.userId);
    return c.body(null, 204);
  })
  .openapi(transfer, async (c) => {
    const { id, userId } = c.get("member");
    const { member: target } = c.req.valid("json");
    await changeOrganization(toContext(c), { action: "members/transfer_ownership", target }, () =>
      transferOwnership(forOrganization(c.env.DB, id), userId, target),
    );
    return c.body(null, 204);
  });
