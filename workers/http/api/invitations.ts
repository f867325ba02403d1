import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { consumeRate } from "#directory/consume-rate.ts";
import { forOrganization } from "#directory/directory.ts";
import { listInvitations } from "#directory/team/list-invitations.ts";
import { getNow } from "#lib/get-now.ts";
import { InvitePerson, invitePerson } from "#lifecycle/team/invite-person.ts";
import { resendInvitation } from "#lifecycle/team/resend-invitation.ts";
import { revokeInvitation } from "#lifecycle/team/revoke-invitation.ts";
import { createApi, type HonoEnv } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { toContext } from "../to-context.ts";
import { InvitationBody, json, OneOrganization, refusals, toBody } from "./schemas.ts";

const INVITATIONS = "/api/v1/organizations/{organization}/invitations";
const OneInvitation = OneOrganization.extend({ invitation: z.string().max(100) });
const RATE = { requests: 50, seconds: 3_600 };

const list = createRoute({
  method: "get",
  path: INVITATIONS,
  operationId: "listInvitations",
  summary: "List the invitations that wait for an answer, expired ones too",
  ...permitted({ invitation: ["read"] }),
  request: { params: OneOrganization },
  responses: {
    200: json("The invitations", z.object({ invitations: z.array(InvitationBody) })),
    ...refusals,
  },
});

const create = createRoute({
  method: "post",
  path: INVITATIONS,
  operationId: "createInvitation",
  summary: "Invite somebody by e-mail; an earlier invitation of theirs ends",
  ...permitted({ invitation: ["write"] }),
  request: { params: OneOrganization, body: toBody(InvitePerson) },
  responses: { 201: json("The invitation", z.object({ id: z.string() })), ...refusals },
});

const resend = createRoute({
  method: "post",
  path: `${INVITATIONS}/{invitation}/resend`,
  operationId: "resendInvitation",
  summary: "Send an invitation again, with its full time",
  ...permitted({ invitation: ["write"] }),
  request: { params: OneInvitation },
  responses: { 204: { description: "Sent" }, ...refusals },
});

const revoke = createRoute({
  method: "delete",
  path: `${INVITATIONS}/{invitation}`,
  operationId: "revokeInvitation",
  summary: "Take an invitation back",
  ...permitted({ invitation: ["write"] }),
  request: { params: OneInvitation },
  responses: { 204: { description: "Revoked" }, ...refusals },
});

export const invitations = createApi()
  .openapi(list, async (c) => {
    const rows = await listInvitations(forOrganization(c.env.DB, c.get("member").id));
    return c.json({ invitations: rows }, 200);
  })
  .openapi(create, async (c) => {
    const { membership, ...inviter } = c.get("member");
    const ctx = { ...toContext(c), now: await consumePlace(c) };
    const { id } = await invitePerson(
      ctx,
      { ...inviter, organizationName: membership.name },
      c.req.valid("json"),
    );
    return c.json({ id }, 201);
  })
  .openapi(resend, async (c) => {
    const ctx = { ...toContext(c), now: await consumePlace(c) };
    await resendInvitation(ctx, c.get("member"), c.req.valid("param").invitation);
    return c.body(null, 204);
  })
  .openapi(revoke, async (c) => {
    await revokeInvitation(toContext(c), c.get("member"), c.req.valid("param").invitation);
    return c.body(null, 204);
  });

/** Every invitation is a message to somebody who did not ask for it. */
async function consumePlace(c: Context<HonoEnv>): Promise<number> {
  const now = await getNow(c.env);
  await consumeRate(c.env.DB, `invitations/${c.get("member").id}`, RATE, now);
  return now;
}
