import { forOrganization } from "#directory/directory.ts";
import { getMember } from "#directory/team/find-member.ts";
import { removeMember as deleteMember } from "#directory/team/remove-member.ts";
import type { Judge } from "#directory/team/update-member.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { type Context, changeOrganization } from "../change-organization.ts";
import { assertMayManage } from "./assert-may-manage.ts";

/** Somebody is removed, or leaves: the policy shuts their keys out first, and in the end the keys are revoked for good. */
export async function removeMember(ctx: Context, judge: Judge, userId: string): Promise<void> {
  const { env, id, by } = ctx;
  const directory = forOrganization(env.DB, id);
  const target = await getMember(directory, userId);
  assertMayManage(judge.role, target.role);
  const toPolicy = <Policy extends { members: object }>({ members, ...policy }: Policy) => ({
    ...policy,
    members: Object.fromEntries(Object.entries(members).filter(([member]) => member !== userId)),
  });
  const action = judge.userId === userId ? "members/leave" : "members/remove";
  await changeOrganization(ctx, { action, target: userId, toPolicy }, async () => {
    await deleteMember(directory, { target, judge });
    throwReceipt(await getOrganization(env, id).revokeKeysOfMember(by, { memberId: userId }));
  });
}
