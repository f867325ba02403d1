import { and, eq, sql } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { invitations, members } from "../schema/index.ts";
import { type Invitation, noInvitation } from "./invitation.ts";

/** Makes the member and closes the invitation, both or neither, and only once. */
export async function acceptInvitation(
  { id, orm }: Scope,
  invitation: Invitation,
  userId: string,
  now: number,
): Promise<void> {
  const isWaiting = and(
    eq(invitations.organizationId, id),
    eq(invitations.id, invitation.id),
    eq(invitations.status, "pending"),
  );
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
    .where(isWaiting);
  const [{ meta }] = await orm.batch([
    orm.insert(members).select(joining).onConflictDoNothing(),
    orm.update(invitations).set({ status: "accepted" }).where(isWaiting),
  ]);
  if (meta.changes === 0) throw noInvitation();
}
