import { forOrganization } from "#directory/directory.ts";
import { closeInvitation } from "#directory/team/close-invitation.ts";
import { getInvitationOf } from "#directory/team/get-invitation-of.ts";
import type { Judge } from "#directory/team/update-member.ts";
import { type Context, changeOrganization } from "../change-organization.ts";
import { assertMayManage } from "./assert-may-manage.ts";

export async function revokeInvitation(ctx: Context, { role }: Judge, invitation: string): Promise<void> {
  const directory = forOrganization(ctx.env.DB, ctx.id);
  assertMayManage(role, (await getInvitationOf(directory, invitation)).role);
  await changeOrganization(ctx, { action: "invitations/revoke", target: invitation }, () =>
    closeInvitation(directory, invitation, "canceled"),
  );
}
