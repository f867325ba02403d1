import type { Scope } from "../directory.ts";
import { invitations } from "../schema/index.ts";
import { isWaiting, noInvitation } from "./invitation.ts";

/** Revoked by the organization, or declined by whom it was for. */
export async function closeInvitation(
  { id, orm }: Scope,
  invitation: string,
  status: "canceled" | "rejected",
): Promise<void> {
  const closed = await orm
    .update(invitations)
    .set({ status })
    .where(isWaiting(id, invitation))
    .returning({ id: invitations.id });
  if (closed.length === 0) throw noInvitation();
}
