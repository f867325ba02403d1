import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { members } from "../schema/index.ts";
import { getMember } from "./find-member.ts";
import { isNotLastOwner, lastOwner } from "./owners.ts";

/** Refuses to remove the last owner. */
export async function removeMember(scope: Scope, userId: string): Promise<void> {
  const { id, orm } = scope;
  const { meta } = await orm
    .delete(members)
    .where(and(eq(members.organizationId, id), eq(members.userId, userId), isNotLastOwner(id)));
  if (meta.changes > 0) return;
  await getMember(scope, userId);
  throw lastOwner();
}
