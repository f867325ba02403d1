import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import { trial } from "./plans.ts";
import { toSyncTime } from "./quantity/to-sync-time.ts";
import { toDueAt } from "./sync/to-due-at.ts";
import { toEntitlement } from "./to-entitlement.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** An organization's billing begins with its trial. A repetition changes nothing. */
export async function openAccount({ env, id, now }: { env: Env; id: OrgId; now: number }): Promise<void> {
  const createdAt = Math.floor(now);
  const trialEndsAt = createdAt + trial.days * DAY_MS;
  const { version, ...entitlement } = toEntitlement(trial.plan, { status: "trialing", version: 1 });
  await forOrganization(env.DB, id)
    .orm.insert(billingAccounts)
    .values({
      organizationId: id,
      plan: trial.plan,
      status: "trialing",
      trialEndsAt,
      dueAt: toDueAt({ status: "trialing", trialEndsAt, keptUntil: null }, createdAt),
      nextListingSyncAt: toSyncTime(id, createdAt),
      entitlement,
      entitlementVersion: version,
      createdAt,
    })
    .onConflictDoNothing();
}
