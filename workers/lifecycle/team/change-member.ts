import { forOrganization } from "#directory/directory.ts";
import { doesAdminister, listToolScopes } from "#directory/roles.ts";
import { getMember } from "#directory/team/find-member.ts";
import { type Judge, type MemberChange, updateMember } from "#directory/team/update-member.ts";
import { AppError } from "#errors.ts";
import { type Context, changeOrganization } from "../change-organization.ts";
import { assertMayManage } from "./assert-may-manage.ts";

/** Acts on the next request of the member's keys. Nobody but an owner changes what they themselves may do. */
export async function changeMember(
  ctx: Context,
  judge: Judge,
  { userId, ...change }: MemberChange & { userId: string },
): Promise<void> {
  const directory = forOrganization(ctx.env.DB, ctx.id);
  const target = await getMember(directory, userId);
  assertMayManage(judge.role, target.role, change.role);
  if (judge.userId === userId && judge.role !== "owner") {
    throw new AppError("role_not_sufficient", "What you may do yourself, another owner or admin changes.");
  }
  const role = change.role ?? target.role;
  const { connectors = target.connectors } = change;
  const reach = { scopes: listToolScopes(role), connectors, administers: doesAdminister(role) };
  await changeOrganization(
    ctx,
    {
      action: "members/update",
      target: userId,
      details: { from: target, to: change },
      toPolicy: (policy) => ({ ...policy, members: { ...policy.members, [userId]: reach } }),
    },
    () => updateMember(directory, { target, judge, change }),
  );
}
