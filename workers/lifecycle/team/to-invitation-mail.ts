import type { Invitation } from "#directory/team/invitation.ts";
import { type Env, getConfig } from "#env.ts";
import { invitation as toContent } from "#notifications/templates/invitation.ts";

/** Once per invitation and end: sent again, it ends later. */
export function toInvitationMail(env: Env, invitation: Invitation) {
  const {
    id,
    organizationId,
    organizationName: organization,
    email: to,
    role,
    inviter,
    expiresAt,
  } = invitation;
  const url = `${getConfig(env).dashboardUrl}/accept-invitation/${id}`;
  return {
    key: `${organizationId}/invitation/${id}/${expiresAt}`,
    email: { to, ...toContent({ inviter, organization, role, url }) },
  };
}
