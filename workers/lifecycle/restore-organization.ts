import { goOnRenewing } from "#billing/change/end-with-organization.ts";
import { cancelDeletion } from "#directory/deletion/cancel-deletion.ts";
import { forOrganization } from "#directory/directory.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { changeOrganization } from "./change-organization.ts";

/** Ends a deletion before its time is over: everything is as it was, and keys work again at once. */
export async function restoreOrganization(
  { env, now, by }: { env: Env; now: number; by: By },
  id: OrgId,
): Promise<void> {
  const directory = forOrganization(env.DB, id);
  const organization = await directory.findOrganization();
  if (organization === null || organization.state === "gone") {
    throw new AppError("not_found", "There is no such organization.");
  }
  if (organization.state !== "deleting")
    throw new AppError("conflict", "The organization is not being deleted.");
  if (organization.deletesAt === null || organization.deletesAt <= now) throw tooLate();

  await changeOrganization({ env, id, by }, { action: "organization/restore" }, async () => {
    if (!(await cancelDeletion(directory, now))) throw tooLate();
  });
  await goOnRenewing({ env, id, now: Math.floor(now), by });
}

function tooLate(): AppError {
  return new AppError(
    "organization_closed",
    "The time in which the organization could be restored is over, and its data is being deleted.",
  );
}
