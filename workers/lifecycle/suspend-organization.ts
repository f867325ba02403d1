import { forOrganization } from "#directory/directory.ts";
import { suspend } from "#directory/operator/set-suspension.ts";
import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { organizationSuspended } from "#notifications/templates/organization-suspended.ts";
import { type Context, changeOrganization } from "./change-organization.ts";
import { pushPolicy } from "./push-policy.ts";
import { writeToOwners } from "./write-to-owners.ts";

export interface Suspended {
  suspendedAt: number;
  reason: string;
}

/**
 * From the next call on no key works, and members only read. One that is suspended already stays so, for the reason it has:
 * asking again makes up for what a crash left undone.
 */
export async function suspendOrganization(
  ctx: Context & { now: number },
  { reason }: { reason: string },
): Promise<Suspended> {
  const { env, id, now } = ctx;
  const directory = forOrganization(env.DB, id);
  const before = await directory.findOrganization();
  if (before === null || before.state === "gone" || before.state === "provisioning") {
    throw new AppError("not_found", "There is no such organization.");
  }
  if (before.state === "deleting")
    throw new AppError("conflict", "The organization is being deleted: its keys are closed already.");
  const suspendedAt = Math.floor(now);
  const toPolicy = <Policy extends object>(policy: Policy) => ({ ...policy, suspended: true });
  if (before.suspendedAt === null) {
    const change = { action: "organization/suspend", details: { reason }, toPolicy };
    await changeOrganization(ctx, change, async () => {
      const isNew = await suspend(directory, { suspendedAt, suspensionReason: reason });
      if (!isNew)
        throw new AppError("conflict", "Somebody else changed the organization at the same moment.");
    });
  } else await pushPolicy(env, id);
  const held = {
    suspendedAt: before.suspendedAt ?? suspendedAt,
    reason: before.suspensionReason ?? reason,
  };
  await writeToOwners(ctx, `suspended/${held.suspendedAt}`, (organization) =>
    organizationSuspended({ organization, reason: held.reason, url: getConfig(env).dashboardUrl }),
  );
  return held;
}
