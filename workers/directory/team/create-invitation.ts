import { and, eq, exists, lt, sql } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { Email } from "#notifications/email.ts";
import type { Scope } from "../directory.ts";
import { emails, invitations, members, organizations, users } from "../schema/index.ts";
import { type Invitation, isWaiting, noPlace, placeCount } from "./invitation.ts";

interface NewInvitation {
  invitation: Invitation;
  inviterId: string;
  /** How many people the plan has room for. */
  limit: number;
  mail: { key: string; email: Email };
}

/**
 * One invitation per address waits at a time: a new one takes the place of the one before. Invitation and mail are written
 * together, and only where there is room.
 */
export async function createInvitation(
  { id, orm }: Scope,
  { invitation, inviterId, limit, mail }: NewInvitation,
): Promise<void> {
  const { email, role, createdAt, expiresAt } = invitation;
  const ofAddress = and(
    eq(invitations.organizationId, id),
    eq(invitations.email, email),
    eq(invitations.status, "pending"),
  );
  const room = orm
    .select({
      id: sql<string>`${invitation.id}`.as("id"),
      organizationId: organizations.id,
      email: sql<string>`${email}`.as("email"),
      role: sql<string>`${role}`.as("role"),
      status: sql<string>`'pending'`.as("status"),
      expiresAt: sql<Date>`${expiresAt}`.as("expires_at"),
      createdAt: sql<Date>`${createdAt}`.as("created_at"),
      inviterId: sql<string>`${inviterId}`.as("inviter_id"),
    })
    .from(organizations)
    .where(and(eq(organizations.id, id), lt(placeCount(id, createdAt), limit)));
  const { to, subject, text, html } = mail.email;
  const letter = orm
    .select({
      key: sql<string>`${mail.key}`.as("key"),
      recipient: sql<string>`${to}`.as("recipient"),
      subject: sql<string>`${subject}`.as("subject"),
      text: sql<string>`${text}`.as("text"),
      html: sql<string>`${html}`.as("html"),
      attempts: sql<number>`0`.as("attempts"),
      createdAt: sql<number>`${createdAt}`.as("created_at"),
      sentAt: sql<number | null>`null`.as("sent_at"),
    })
    .from(invitations)
    .where(isWaiting(id, invitation.id));

  await assertNoMember({ id, orm }, email);
  const [, made] = await orm.batch([
    orm.update(invitations).set({ status: "canceled" }).where(ofAddress),
    orm.insert(invitations).select(room).returning({ id: invitations.id }),
    orm.insert(emails).select(letter),
  ]);
  if (made.length === 0) throw noPlace(limit);
}

async function assertNoMember({ id, orm }: Scope, email: string): Promise<void> {
  const theirs = orm
    .select()
    .from(users)
    .where(and(eq(users.id, members.userId), eq(users.email, email)));
  const found = await orm
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, id), exists(theirs)))
    .get();
  if (found !== undefined) throw new AppError("conflict", "This person is a member already.");
}
