import { and, asc, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { members, users } from "../schema/index.ts";

/** The one who has been an owner for longest; null where there is none. */
export async function findOwner({ id, orm }: Scope): Promise<{ name: string; email: string } | null> {
  const owner = await orm
    .select({ name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.organizationId, id), eq(members.role, "owner")))
    .orderBy(asc(members.createdAt))
    .get();
  return owner ?? null;
}
