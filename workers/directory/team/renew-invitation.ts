import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { invitations } from "../schema/index.ts";
import { INVITATION_MS, type Invitation, noInvitation } from "./invitation.ts";
import { listInvitations } from "./list-invitations.ts";

/** Gives an invitation that waits its full time again. */
export async function renewInvitation(scope: Scope, invitation: string, now: number): Promise<Invitation> {
  const { id, orm } = scope;
  await orm
    .update(invitations)
    .set({ expiresAt: new Date(now + INVITATION_MS) })
    .where(
      and(
        eq(invitations.organizationId, id),
        eq(invitations.id, invitation),
        eq(invitations.status, "pending"),
      ),
    );
  const renewed = (await listInvitations(scope)).find((waiting) => waiting.id === invitation);
  if (renewed === undefined) throw noInvitation();
  return renewed;
}
