import { eq } from "drizzle-orm";
import { AppError } from "#errors.ts";
import { acrossOrganizations } from "../across-organizations.ts";
import { invitations, organizations, users } from "../schema/index.ts";
import {
  columns,
  type Invitation,
  noInvitation,
  ofInviter,
  ofOrganization,
  toInvitation,
} from "./invitation.ts";

/** An invitation that waits for whoever has the (verified) address `email`. */
export async function getInvitation(
  db: D1Database,
  id: string,
  email: string,
  now: number,
): Promise<Invitation> {
  const invitation = await getWaitingInvitation(db, id, now);
  if (invitation.email !== email.toLowerCase()) throw noInvitation();
  return invitation;
}

/** An invitation that waits, whoever it is for: only a message to them has its id. */
export async function getWaitingInvitation(db: D1Database, id: string, now: number): Promise<Invitation> {
  const row = await acrossOrganizations(db, "an invitation by its id")
    .select({ ...columns, state: organizations.state })
    .from(invitations)
    .innerJoin(organizations, ofOrganization)
    .innerJoin(users, ofInviter)
    .where(eq(invitations.id, id))
    .get();
  if (row === undefined) throw noInvitation();
  const { state, ...invitation } = row;
  if (invitation.status !== "pending" || state !== "active") throw noInvitation();
  if (invitation.expiresAt.getTime() <= now) {
    throw new AppError("invalid_token", "This invitation has expired. Ask for it to be sent again.", {
      whoCanFix: "owner",
    });
  }
  return toInvitation(invitation);
}
