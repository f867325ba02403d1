import { forOrganization } from "#directory/directory.ts";
import { resume } from "#directory/operator/set-suspension.ts";
import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { organizationResumed } from "#notifications/templates/organization-resumed.ts";
import { type Context, changeOrganization } from "./change-organization.ts";
import { pushPolicy } from "./push-policy.ts";
import { writeToOwners } from "./write-to-owners.ts";

/**
 * Ends a suspension: the same keys work again at once, as far as the organization has paid. Asking again where it has ended
 * opens the keys that a crash left closed.
 */
export async function resumeOrganization(ctx: Context & { now: number }): Promise<void> {
  const { env, id } = ctx;
  const directory = forOrganization(env.DB, id);
  const before = await directory.findOrganization();
  if (before === null || before.state === "gone") {
    throw new AppError("not_found", "There is no such organization.");
  }
  const notSuspended = () => new AppError("conflict", "The organization is not suspended.");
  if (before.suspendedAt === null) {
    await pushPolicy(env, id);
    throw notSuspended();
  }
  await changeOrganization(ctx, { action: "organization/resume" }, async () => {
    if (!(await resume(directory))) throw notSuspended();
  });
  const url = getConfig(env).dashboardUrl;
  await writeToOwners(ctx, `resumed/${before.suspendedAt}`, (organization) =>
    organizationResumed({ organization, url }),
  );
}
