import type { Scope } from "../directory.ts";
import { invitations, organizations, users } from "../schema/index.ts";
import {
  columns,
  type Invitation,
  isWaiting,
  noInvitation,
  ofInviter,
  ofOrganization,
  toInvitation,
} from "./invitation.ts";

/** An invitation of the organization that waits for its answer. */
export async function getInvitationOf({ id, orm }: Scope, invitation: string): Promise<Invitation> {
  const row = await orm
    .select(columns)
    .from(invitations)
    .innerJoin(organizations, ofOrganization)
    .innerJoin(users, ofInviter)
    .where(isWaiting(id, invitation))
    .get();
  if (row === undefined) throw noInvitation();
  return toInvitation(row);
}
