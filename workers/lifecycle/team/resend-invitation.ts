import { forOrganization } from "#directory/directory.ts";
import { sendEmail } from "#directory/send-email.ts";
import { getInvitationOf } from "#directory/team/get-invitation-of.ts";
import { INVITATION_MS } from "#directory/team/invitation.ts";
import { renewInvitation } from "#directory/team/renew-invitation.ts";
import type { Judge } from "#directory/team/update-member.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { type Context, changeOrganization } from "../change-organization.ts";
import { assertMayManage } from "./assert-may-manage.ts";
import { getMemberLimit } from "./get-member-limit.ts";
import { toInvitationMail } from "./to-invitation-mail.ts";

/** Sends an invitation that waits once more, with its full time. */
export async function resendInvitation(
  ctx: Context & { now: number },
  { role }: Judge,
  invitation: string,
): Promise<void> {
  const { env, id, now } = ctx;
  const directory = forOrganization(env.DB, id);
  const waiting = await getInvitationOf(directory, invitation);
  assertMayManage(role, waiting.role);
  const expiresAt = Math.floor(now) + INVITATION_MS;
  const limit = await getMemberLimit(env, id);
  await changeOrganization(ctx, { action: "invitations/resend", target: invitation }, () =>
    renewInvitation(directory, { invitation, expiresAt, now, limit }),
  );
  const { key, email } = toInvitationMail(env, { ...waiting, expiresAt });
  await sendEmail({ db: env.DB, transport: createTransport(env), now }, key, email);
}
