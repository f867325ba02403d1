import { asc, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { members, users } from "../schema/index.ts";

/** Longest there first. */
export async function listMembers({ id, orm }: Scope) {
  const rows = await orm
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      image: users.image,
      hasTwoFactor: users.twoFactorEnabled,
      role: members.role,
      connectors: members.connectors,
      joinedAt: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.organizationId, id))
    .orderBy(asc(members.createdAt), asc(members.id));
  return rows.map(({ hasTwoFactor, joinedAt, ...row }) => ({
    ...row,
    hasTwoFactor: hasTwoFactor === true,
    joinedAt: joinedAt.getTime(),
  }));
}
