import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { roleNames } from "#directory/roles.ts";
import { deliverEmail } from "#directory/send-email.ts";
import { createInvitation } from "#directory/team/create-invitation.ts";
import { INVITATION_MS, type Invitation } from "#directory/team/invitation.ts";
import type { Judge } from "#directory/team/update-member.ts";
import { parseInput } from "#lib/parse-input.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { type Context, changeOrganization } from "../change-organization.ts";
import { assertMayManage } from "./assert-may-manage.ts";
import { getMemberLimit } from "./get-member-limit.ts";
import { toInvitationMail } from "./to-invitation-mail.ts";

export const InvitePerson = z.object({
  email: z.email().max(254).toLowerCase(),
  role: z.enum(roleNames),
});
export type InvitePerson = z.infer<typeof InvitePerson>;

interface Inviter extends Judge {
  name: string;
  organizationName: string;
}

export async function invitePerson(
  ctx: Context & { now: number },
  inviter: Inviter,
  input: InvitePerson,
): Promise<Invitation> {
  const { env, id, now } = ctx;
  const { email, role } = parseInput(InvitePerson, input);
  assertMayManage(inviter.role, role);
  const createdAt = Math.floor(now);
  const invitation: Invitation = {
    id: crypto.randomUUID(),
    organizationId: id,
    organizationName: inviter.organizationName,
    email,
    role,
    inviter: inviter.name,
    createdAt,
    expiresAt: createdAt + INVITATION_MS,
  };
  const mail = toInvitationMail(env, invitation);
  const limit = await getMemberLimit(env, id);
  await changeOrganization(
    ctx,
    { action: "invitations/create", target: invitation.id, details: { email, role } },
    () =>
      createInvitation(forOrganization(env.DB, id), { invitation, inviterId: inviter.userId, limit, mail }),
  );
  await deliverEmail({ db: env.DB, transport: createTransport(env), now }, mail.key, mail.email);
  return invitation;
}
