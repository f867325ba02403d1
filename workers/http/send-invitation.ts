import { sendEmail } from "#directory/send-email.ts";
import type { Invitation } from "#directory/team/invitation.ts";
import { type Env, getConfig } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { createTransport } from "#notifications/create-transport.ts";
import { invitation as toContent } from "#notifications/templates/invitation.ts";

/** Once per invitation and end: sent again, it ends later. */
export async function sendInvitation(env: Env, invitation: Invitation): Promise<void> {
  const { id, organizationId, organizationName, email, role, inviter, expiresAt } = invitation;
  const outbox = { db: env.DB, transport: createTransport(env), now: await getNow(env) };
  const url = `${getConfig(env).dashboardUrl}/accept-invitation/${id}`;
  await sendEmail(outbox, `${organizationId}/invitation/${id}/${expiresAt}`, {
    to: email,
    ...toContent({ inviter, organization: organizationName, role, url }),
  });
}
