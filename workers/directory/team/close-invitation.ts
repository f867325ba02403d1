import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { invitations } from "../schema/index.ts";
import { noInvitation } from "./invitation.ts";

const isWaiting = ({ id }: Scope, invitation: string) =>
  and(eq(invitations.organizationId, id), eq(invitations.id, invitation), eq(invitations.status, "pending"));

/** Revoked by the organization, or declined by whom it was for. */
export async function closeInvitation(
  scope: Scope,
  invitation: string,
  status: "canceled" | "rejected",
): Promise<void> {
  const { meta } = await scope.orm.update(invitations).set({ status }).where(isWaiting(scope, invitation));
  if (meta.changes === 0) throw noInvitation();
}
