import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import type { Role } from "../roles.ts";
import { members } from "../schema/index.ts";
import { getMember } from "./find-member.ts";
import { isNotLastOwner, lastOwner } from "./owners.ts";

interface MemberChange {
  role?: Role;
  /** The connectors that the member's keys may use; null: all. */
  connectors?: string[] | null;
}

/** Refuses to take the last owner's role. */
export async function updateMember(scope: Scope, userId: string, change: MemberChange): Promise<void> {
  const { id, orm } = scope;
  const isTheirs = and(eq(members.organizationId, id), eq(members.userId, userId));
  const stays = change.role === undefined || change.role === "owner";
  const { meta } = await orm
    .update(members)
    .set(change)
    .where(stays ? isTheirs : and(isTheirs, isNotLastOwner(id)));
  if (meta.changes > 0) return;
  await getMember(scope, userId);
  throw lastOwner();
}
