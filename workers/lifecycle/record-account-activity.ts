import { listOrganizationsOf } from "#directory/team/list-organizations-of.ts";
import type { Env } from "#env.ts";
import type { ErrorCode } from "#errors.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

interface AccountActivity extends By {
  userId: string;
  action: string;
  /** Left out: it was done. */
  result?: "ok" | ErrorCode;
}

/** What a person does to get in concerns every organization they can get into: each log tells of it. */
export async function recordAccountActivity(
  env: Env,
  { userId, action, result = "ok", ...by }: AccountActivity,
): Promise<void> {
  const organizations = await listOrganizationsOf(env.DB, userId);
  const open = organizations.filter(({ state }) => state === "active");
  await Promise.all(
    open.map(async ({ id }) =>
      throwReceipt(await getOrganization(env, id).recordEvent(by, { action, target: userId, result })),
    ),
  );
}
