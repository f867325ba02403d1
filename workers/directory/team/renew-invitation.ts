import { and, gt, lt, or } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { invitations } from "../schema/index.ts";
import { getInvitationOf } from "./get-invitation-of.ts";
import { isWaiting, noPlace, placeCount } from "./invitation.ts";

/** Gives an invitation that waits a new end. One that has expired needs a place again. */
export async function renewInvitation(
  scope: Scope,
  {
    invitation,
    expiresAt,
    now,
    limit,
  }: { invitation: string; expiresAt: number; now: number; limit: number },
): Promise<void> {
  const { id, orm } = scope;
  const hasPlace = or(gt(invitations.expiresAt, new Date(now)), lt(placeCount(id, now), limit));
  const renewed = await orm
    .update(invitations)
    .set({ expiresAt: new Date(expiresAt) })
    .where(and(isWaiting(id, invitation), hasPlace))
    .returning({ id: invitations.id });
  if (renewed.length > 0) return;
  await getInvitationOf(scope, invitation);
  throw noPlace(limit);
}
