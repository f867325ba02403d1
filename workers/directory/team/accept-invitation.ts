import { and, eq, exists, lt, sql } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { invitations, members, organizations } from "../schema/index.ts";
import { type Invitation, isWaiting, memberCount, noInvitation, noPlace } from "./invitation.ts";

interface Joining {
  invitation: Invitation;
  userId: string;
  /** How many members the plan has room for. */
  limit: number;
  now: number;
}

/** Makes the member and closes the invitation, both or neither, and only once. */
export async function acceptInvitation(
  { id, orm }: Scope,
  { invitation, userId, limit, now }: Joining,
): Promise<void> {
  const isOpen = orm
    .select()
    .from(organizations)
    .where(and(eq(organizations.id, id), eq(organizations.state, "active")));
  const isJoining = and(isWaiting(id, invitation.id), lt(memberCount(id), limit), exists(isOpen));
  const joining = orm
    .select({
      id: sql<string>`${crypto.randomUUID()}`.as("id"),
      organizationId: invitations.organizationId,
      userId: sql<string>`${userId}`.as("user_id"),
      role: sql<string>`${invitations.role}`.as("role"),
      connectors: sql<string[] | null>`null`.as("connectors"),
      createdAt: sql<Date>`${now}`.as("created_at"),
    })
    .from(invitations)
    .where(isJoining);
  const isMember = orm
    .select()
    .from(members)
    .where(and(eq(members.organizationId, id), eq(members.userId, userId)));
  const [joined, accepted] = await orm.batch([
    orm.insert(members).select(joining).onConflictDoNothing().returning({ id: members.id }),
    orm
      .update(invitations)
      .set({ status: "accepted" })
      .where(and(isWaiting(id, invitation.id), exists(isMember)))
      .returning({ id: invitations.id }),
  ]);
  if (joined.length > 0) return;
  if (accepted.length > 0) throw noInvitation();
  const waiting = await orm
    .select({ id: invitations.id })
    .from(invitations)
    .where(isWaiting(id, invitation.id));
  throw waiting.length > 0 ? noPlace(limit) : noInvitation();
}
