import { and, eq } from "drizzle-orm";
import type { Scope } from "../directory.ts";
import { members } from "../schema/index.ts";
import { cancelOrphanedInvitations } from "./cancel-orphaned-invitations.ts";
import type { TeamMember } from "./find-member.ts";
import { changedMeanwhile, hasStill, isNotLastOwner, lastOwner } from "./owners.ts";
import type { Judge } from "./update-member.ts";

/** `target` and `judge` as they were when it was decided that the one may remove the other. Keeps the last owner. */
export async function removeMember(
  scope: Scope,
  { target, judge }: { target: TeamMember; judge: Judge },
): Promise<void> {
  const { id, orm } = scope;
  const isAsJudged = and(
    eq(members.organizationId, id),
    eq(members.userId, target.userId),
    eq(members.role, target.role),
    hasStill(id, judge.userId, judge.role),
  );
  const [removed, left] = await orm.batch([
    orm
      .delete(members)
      .where(and(isAsJudged, isNotLastOwner(id)))
      .returning({ id: members.id }),
    orm.select({ id: members.id }).from(members).where(isAsJudged),
    cancelOrphanedInvitations(scope),
  ]);
  if (removed.length > 0) return;
  throw left.length > 0 ? lastOwner() : changedMeanwhile();
}
