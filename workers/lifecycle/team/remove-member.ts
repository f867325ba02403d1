import { forOrganization } from "#directory/directory.ts";
import { removeMember as deleteMember } from "#directory/team/remove-member.ts";
import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { changeOrganization } from "./change-organization.ts";

/** Somebody leaves or is removed: the policy shuts their keys out first, and in the end the keys are revoked for good. */
export async function removeMember(
  { env, id, by }: { env: Env; id: OrgId; by: By },
  { action, userId }: { action: "members/remove" | "members/leave"; userId: string },
): Promise<void> {
  await changeOrganization(
    { env, id, by },
    {
      action,
      target: userId,
      narrow: ({ members: { [userId]: _, ...members }, ...policy }) => ({ ...policy, members }),
    },
    async () => {
      await deleteMember(forOrganization(env.DB, id), userId);
      throwReceipt(await getOrganization(env, id).revokeKeysOfMember(by, { memberId: userId }));
    },
  );
}
