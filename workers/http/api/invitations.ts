import { createRoute, z } from "@hono/zod-openapi";
import { consumeRate } from "#directory/consume-rate.ts";
import { forOrganization } from "#directory/directory.ts";
import { closeInvitation } from "#directory/team/close-invitation.ts";
import { countPlaces, createInvitation } from "#directory/team/create-invitation.ts";
import { listInvitations } from "#directory/team/list-invitations.ts";
import { renewInvitation } from "#directory/team/renew-invitation.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { getNow } from "#lib/get-now.ts";
import { changeOrganization } from "#lifecycle/change-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { assertMayManage } from "../assert-may-manage.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import type { Member } from "../require-member.ts";
import { sendInvitation } from "../send-invitation.ts";
import { InvitationBody, json, OneOrganization, RoleName, refusals, toBody } from "./schemas.ts";

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
  request: { params: OneOrganization, body: toBody(z.object({ email: z.email().max(254), role: RoleName })) },
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
    const { by, id, role, userId: inviterId } = c.get("member");
    const { email, role: invitedAs } = c.req.valid("json");
    assertMayManage(role, invitedAs);
    const now = await getNow(c.env);
    await consumeRate(c.env.DB, `invitations/${id}`, RATE, now);
    await assertPlace(c.env, c.get("member"), now);
    const directory = forOrganization(c.env.DB, id);
    const invitation = await changeOrganization(
      { env: c.env, id, by },
      { action: "invitations/create", details: { email, role: invitedAs } },
      () => createInvitation(directory, { email, role: invitedAs, inviterId }, now),
    );
    const made = (await listInvitations(directory)).find((waiting) => waiting.id === invitation);
    if (made !== undefined) await sendInvitation(c.env, made);
    return c.json({ id: invitation }, 201);
  })
  .openapi(resend, async (c) => {
    const { by, id } = c.get("member");
    const now = await getNow(c.env);
    await consumeRate(c.env.DB, `invitations/${id}`, RATE, now);
    const { invitation } = c.req.valid("param");
    const renewed = await changeOrganization(
      { env: c.env, id, by },
      { action: "invitations/resend", target: invitation },
      () => renewInvitation(forOrganization(c.env.DB, id), invitation, now),
    );
    await sendInvitation(c.env, renewed);
    return c.body(null, 204);
  })
  .openapi(revoke, async (c) => {
    const { by, id } = c.get("member");
    const { invitation } = c.req.valid("param");
    await changeOrganization(
      { env: c.env, id, by },
      { action: "invitations/revoke", target: invitation },
      () => closeInvitation(forOrganization(c.env.DB, id), invitation, "canceled"),
    );
    return c.body(null, 204);
  });

async function assertPlace(env: Env, { id, organization }: Member, now: number): Promise<void> {
  const { members: limit } = throwReceipt(await organization.getEntitlement());
  const used = await countPlaces(forOrganization(env.DB, id), now);
  if (used < limit) return;
  throw new AppError("plan_limit_reached", `This plan has room for ${limit} members, invited ones counted.`, {
    limit,
    used,
  });
}
