import { and, eq, sql } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { Scope } from "../directory.ts";
import type { Role } from "../roles.ts";
import { invitations, members, users } from "../schema/index.ts";
import { INVITATION_MS } from "./invitation.ts";

interface NewInvitation {
  email: string;
  role: Role;
  inviterId: string;
}

/** One invitation per address waits at a time: a new one takes the place of the one before. */
export async function createInvitation(
  { id, orm }: Scope,
  { email, role, inviterId }: NewInvitation,
  now: number,
): Promise<string> {
  const address = email.toLowerCase();
  const member = await orm
    .select({ id: members.id })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, id), eq(users.email, address)))
    .get();
  if (member !== undefined) throw new AppError("conflict", "This person is a member already.");

  const invitationId = crypto.randomUUID();
  const isWaiting = and(
    eq(invitations.organizationId, id),
    eq(invitations.email, address),
    eq(invitations.status, "pending"),
  );
  await orm.batch([
    orm.update(invitations).set({ status: "canceled" }).where(isWaiting),
    orm.insert(invitations).values({
      id: invitationId,
      organizationId: id,
      email: address,
      role,
      status: "pending",
      inviterId,
      createdAt: new Date(now),
      expiresAt: new Date(now + INVITATION_MS),
    }),
  ]);
  return invitationId;
}

/** Members and people who may become one. */
export async function countPlaces({ id, orm }: Scope, now: number): Promise<number> {
  const isOpen = and(
    eq(invitations.organizationId, id),
    eq(invitations.status, "pending"),
    sql`${invitations.expiresAt} > ${now}`,
  );
  const [present, invited] = await orm.batch([
    orm.select({ id: members.id }).from(members).where(eq(members.organizationId, id)),
    orm.select({ id: invitations.id }).from(invitations).where(isOpen),
  ]);
  return present.length + invited.length;
}
