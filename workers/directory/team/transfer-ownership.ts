import { and, eq, sql } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { members } from "../schema/index.ts";
import { getMember } from "./find-member.ts";

/** `to` becomes an owner and `from` an admin, both or neither. */
export async function transferOwnership(scope: Scope, from: string, to: string): Promise<void> {
  const { id, orm } = scope;
  await getMember(scope, to);
  const isOneOf = (userId: string) => and(eq(members.organizationId, id), eq(members.userId, userId));
  const isThere = sql`exists (select 1 from ${members} as others
    where others.organization_id = ${id} and others.user_id = ${to} and others.role = 'owner')`;
  await orm.batch([
    orm.update(members).set({ role: "owner" }).where(isOneOf(to)),
    orm
      .update(members)
      .set({ role: "admin" })
      .where(and(isOneOf(from), isThere)),
  ]);
}
