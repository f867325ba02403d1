import { and, asc, eq } from "drizzle-orm";
import { acrossOrganizations } from "../across-organizations.ts";
import type { Scope } from "../directory.ts";
import { invitations, organizations, users } from "../schema/index.ts";
import { columns, type Invitation, ofInviter, ofOrganization, toInvitation } from "./invitation.ts";

/** Those that wait for an answer, expired ones too: they can be sent again. */
export async function listInvitations({ id, orm }: Scope): Promise<Invitation[]> {
  const rows = await orm
    .select(columns)
    .from(invitations)
    .innerJoin(organizations, ofOrganization)
    .innerJoin(users, ofInviter)
    .where(and(eq(invitations.organizationId, id), eq(invitations.status, "pending")))
    .orderBy(asc(invitations.createdAt));
  return rows.map(toInvitation);
}

/** Those that somebody can still accept. `email` is verified. */
export async function listInvitationsFor(db: D1Database, email: string, now: number): Promise<Invitation[]> {
  const rows = await acrossOrganizations(db, "the invitations of one address")
    .select(columns)
    .from(invitations)
    .innerJoin(organizations, ofOrganization)
    .innerJoin(users, ofInviter)
    .where(
      and(eq(invitations.email, email), eq(invitations.status, "pending"), eq(organizations.state, "active")),
    )
    .orderBy(asc(invitations.createdAt));
  return rows.map(toInvitation).filter(({ expiresAt }) => expiresAt > now);
}
