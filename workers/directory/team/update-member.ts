import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import type { Role } from "../roles.ts";
import { members } from "../schema/index.ts";
import { cancelOrphanedInvitations } from "./cancel-orphaned-invitations.ts";
import type { TeamMember } from "./find-member.ts";
import { changedMeanwhile, hasStill, isNotLastOwner, lastOwner } from "./owners.ts";

export interface MemberChange {
  role?: Role | undefined;
  /** The connectors that the member's keys may use; null: all. */
  connectors?: string[] | null | undefined;
}

export interface Judge {
  userId: string;
  role: Role;
}

/** `target` and `judge` as they were when it was decided that the one may change the other. Keeps the last owner. */
export async function updateMember(
  scope: Scope,
  { target, judge, change }: { target: TeamMember; judge: Judge; change: MemberChange },
): Promise<void> {
  const { id, orm } = scope;
  const isAsJudged = and(
    eq(members.organizationId, id),
    eq(members.userId, target.userId),
    eq(members.role, target.role),
    hasStill(id, judge.userId, judge.role),
  );
  const staysOwner = change.role === undefined || change.role === "owner";
  const [changed, asJudged] = await orm.batch([
    orm
      .update(members)
      .set(change)
      .where(staysOwner ? isAsJudged : and(isAsJudged, isNotLastOwner(id)))
      .returning({ id: members.id }),
    orm.select({ id: members.id }).from(members).where(isAsJudged),
    cancelOrphanedInvitations(scope),
  ]);
  if (changed.length > 0) return;
  throw asJudged.length > 0 ? lastOwner() : changedMeanwhile();
}
