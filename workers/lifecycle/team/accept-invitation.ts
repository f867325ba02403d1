import { forOrganization } from "#directory/directory.ts";
import { acceptInvitation as join } from "#directory/team/accept-invitation.ts";
import { closeInvitation } from "#directory/team/close-invitation.ts";
import { findMember } from "#directory/team/find-member.ts";
import type { Invitation } from "#directory/team/invitation.ts";
import { AppError } from "#errors.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { type Context, changeOrganization } from "../change-organization.ts";
import { getMemberLimit } from "./get-member-limit.ts";

/** `invitation` is for the address of whoever accepts. */
export async function acceptInvitation(
  ctx: Context & { now: number },
  invitation: Invitation,
  userId: string,
): Promise<void> {
  const { env, id, by, now } = ctx;
  const directory = forOrganization(env.DB, id);
  if ((await findMember(directory, userId)) !== null) {
    await closeInvitation(directory, invitation.id, "canceled");
    throw new AppError("conflict", "You are a member of this organization already.");
  }
  if (((await directory.findOrganization())?.suspendedAt ?? null) !== null) {
    throw new AppError("organization_suspended");
  }
  const limit = await getMemberLimit(env, id);
  const { role } = invitation;
  await changeOrganization(
    ctx,
    { action: "invitations/accept", target: invitation.id, details: { role } },
    async () => {
      // Whatever a removal that crashed has left open stays shut.
      throwReceipt(await getOrganization(env, id).revokeKeysOfMember(by, { memberId: userId }));
      await join(directory, { invitation, userId, limit, now });
    },
  );
}
