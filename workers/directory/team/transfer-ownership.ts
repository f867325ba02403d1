import { and, eq, exists, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { AppError } from "#errors.ts";
import type { Scope } from "../directory.ts";
import { members } from "../schema/index.ts";
import { cancelOrphanedInvitations } from "./cancel-orphaned-invitations.ts";
import { getMember } from "./find-member.ts";

/** `to` becomes an owner and `from` an admin, both or neither. */
export async function transferOwnership(scope: Scope, from: string, to: string): Promise<void> {
  const { id, orm } = scope;
  if (from === to) throw new AppError("conflict", "You are the owner already.");
  await getMember(scope, to);
  const isOneOf = (userId: string) => and(eq(members.organizationId, id), eq(members.userId, userId));
  const heirs = alias(members, "heirs");
  const isHeirOwner = and(
    eq(heirs.organizationId, id),
    eq(heirs.userId, to),
    ne(heirs.userId, from),
    eq(heirs.role, "owner"),
  );
  await orm.batch([
    orm.update(members).set({ role: "owner" }).where(isOneOf(to)),
    orm
      .update(members)
      .set({ role: "admin" })
      .where(and(isOneOf(from), exists(orm.select().from(heirs).where(isHeirOwner)))),
    cancelOrphanedInvitations(scope),
  ]);
}
