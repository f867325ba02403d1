import { createRoute, z } from "@hono/zod-openapi";
import { forOrganization } from "#directory/directory.ts";
import { closeInvitation } from "#directory/team/close-invitation.ts";
import { getInvitation, getWaitingInvitation } from "#directory/team/get-invitation.ts";
import { listInvitationsFor } from "#directory/team/list-invitations.ts";
import { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { changeOrganization } from "#lifecycle/change-organization.ts";
import { acceptInvitation } from "#lifecycle/team/accept-invitation.ts";
import { createApi } from "../hono.ts";
import { signedIn } from "../permitted.ts";
import { InvitationBody, json, refusals } from "./schemas.ts";

const INVITATIONS = "/api/v1/invitations";
const params = z.object({ invitation: z.string().max(100) });

const list = createRoute({
  method: "get",
  path: INVITATIONS,
  operationId: "listReceivedInvitations",
  summary: "List the invitations to your address that you can accept",
  ...signedIn(),
  responses: {
    200: json("The invitations", z.object({ invitations: z.array(InvitationBody) })),
    ...refusals,
  },
});

const get = createRoute({
  method: "get",
  path: `${INVITATIONS}/{invitation}`,
  operationId: "getReceivedInvitation",
  summary: "Read an invitation to your address",
  ...signedIn(),
  request: { params },
  responses: { 200: json("The invitation", InvitationBody), ...refusals },
});

const Card = InvitationBody.pick({ organizationName: true, role: true, inviter: true });

const card = createRoute({
  method: "get",
  path: `${INVITATIONS}/{invitation}/card`,
  operationId: "getInvitationCard",
  summary: "Who invites where: what somebody with the link may know before they sign in",
  security: [],
  request: { params },
  responses: { 200: json("What the link is about", Card), ...refusals },
});

const accept = createRoute({
  method: "post",
  path: `${INVITATIONS}/{invitation}/accept`,
  operationId: "acceptInvitation",
  summary: "Accept an invitation to your address: you are a member from then on",
  ...signedIn(),
  request: { params },
  responses: {
    200: json("The organization that you are in now", z.object({ organization: OrgId })),
    ...refusals,
  },
});

const decline = createRoute({
  method: "post",
  path: `${INVITATIONS}/{invitation}/decline`,
  operationId: "declineInvitation",
  summary: "Decline an invitation to your address",
  ...signedIn(),
  request: { params },
  responses: { 204: { description: "Declined" }, ...refusals },
});

export const receivedInvitations = createApi()
  .openapi(list, async (c) => {
    const { email } = c.get("person");
    const invitations = await listInvitationsFor(c.env.DB, email, await getNow(c.env));
    return c.json({ invitations }, 200);
  })
  .openapi(get, async (c) => {
    const { email } = c.get("person");
    const { invitation } = c.req.valid("param");
    return c.json(await getInvitation(c.env.DB, invitation, email, await getNow(c.env)), 200);
  })
  .openapi(card, async (c) => {
    const { invitation } = c.req.valid("param");
    const { organizationName, role, inviter } = await getWaitingInvitation(
      c.env.DB,
      invitation,
      await getNow(c.env),
    );
    return c.json({ organizationName, role, inviter }, 200);
  })
  .openapi(accept, async (c) => {
    const { by, email, userId } = c.get("person");
    const now = await getNow(c.env);
    const invitation = await getInvitation(c.env.DB, c.req.valid("param").invitation, email, now);
    const id = invitation.organizationId;
    await acceptInvitation({ env: c.env, id, by, now }, invitation, userId);
    return c.json({ organization: id }, 200);
  })
  .openapi(decline, async (c) => {
    const { by, email } = c.get("person");
    const now = await getNow(c.env);
    const { id: invitation, organizationId: id } = await getInvitation(
      c.env.DB,
      c.req.valid("param").invitation,
      email,
      now,
    );
    await changeOrganization(
      { env: c.env, id, by },
      { action: "invitations/decline", target: invitation },
      () => closeInvitation(forOrganization(c.env.DB, id), invitation, "rejected"),
    );
    return c.body(null, 204);
  });
