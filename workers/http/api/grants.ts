import { createRoute, z } from "@hono/zod-openapi";
import { findNames } from "#directory/find-names.ts";
import { AppError } from "#errors.ts";
import { ConnectionId, GrantId } from "#ids.ts";
import { Scope } from "#organization/keys/scope.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import type { Member } from "../require-member.ts";
import { json, OneOrganization, refusals } from "./schemas.ts";

const GRANTS = "/api/v1/organizations/{organization}/grants";
const OneGrant = OneOrganization.extend({ grant: GrantId });
const Moment = z.number().describe("Milliseconds since the epoch");

const Grant = z
  .object({
    id: GrantId,
    clientName: z.string().describe("As the assistant calls itself"),
    clientDomain: z.string().nullable().describe("Whose it is, where its id proves it; null: only its word"),
    redirectHost: z.string().describe("Where its access went"),
    memberId: z.string().describe("Who let it in"),
    memberName: z.string().nullable(),
    scopes: z.array(Scope),
    toolsets: z.array(z.string()).nullable().describe("Null: all"),
    connections: z.array(ConnectionId).nullable().describe("Null: all"),
    createdAt: Moment,
    lastUsedAt: Moment.nullable(),
    calls: z.number(),
  })
  .openapi("Grant");

const list = createRoute({
  method: "get",
  path: GRANTS,
  operationId: "listGrants",
  summary: "List the assistants that were let in: everybody's for who runs the organization, else one's own",
  ...permitted({ grant: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The grants, oldest first", z.object({ grants: z.array(Grant) })), ...refusals },
});

const revoke = createRoute({
  method: "delete",
  path: `${GRANTS}/{grant}`,
  operationId: "revokeGrant",
  summary: "Shut an assistant out; it answers 401 from its next request on",
  ...permitted({ grant: ["write"] }, { whileReadOnly: true }),
  request: { params: OneGrant },
  responses: { 204: { description: "Shut out" }, ...refusals },
});

export const grants = createApi()
  .openapi(list, async (c) => {
    const shown = await listShown(c.get("member"));
    const names = await findNames(
      c.env.DB,
      shown.map(({ memberId }) => memberId),
    );
    return c.json(
      { grants: shown.map((grant) => ({ ...grant, memberName: names.get(grant.memberId) ?? null })) },
      200,
    );
  })
  .openapi(revoke, async (c) => {
    const member = c.get("member");
    const { grant } = c.req.valid("param");
    if (!(await listShown(member)).some(({ id }) => id === grant)) {
      throw new AppError("not_found", `There is no connected assistant ${grant} here.`);
    }
    throwReceipt(await member.organization.revokeGrant(member.by, grant));
    return c.body(null, 204);
  });

/** Whoever does not run the organization sees their own, and shuts out no other's. */
async function listShown({ organization, role, userId }: Member) {
  const all = throwReceipt(await organization.listGrants());
  return role === "owner" || role === "admin" ? all : all.filter(({ memberId }) => memberId === userId);
}
