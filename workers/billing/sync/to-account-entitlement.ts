import type { Entitlement } from "#organization/limits/entitlement.ts";
import { isPlanName, plans } from "../plans.ts";
import { toEntitlement } from "../to-entitlement.ts";
import type { BillingAccount, BillingState } from "./to-billing-state.ts";

type Facts = Pick<
  BillingState,
  "plan" | "status" | "subscriptionId" | "endedAt" | "keptUntil" | "periodStart" | "periodEnd"
> &
  Pick<BillingAccount, "overage" | "alertThresholds"> & { formerPlan: string | null };

const statuses = {
  trialing: "trialing",
  free: "active",
  active: "active",
  past_due: "past_due",
  suspended: "suspended",
  archived: "suspended",
} as const satisfies Record<BillingAccount["status"], Entitlement["status"]>;

/** What an organization may do, out of what billing knows of it. The version is given where it is written down. */
export function toAccountEntitlement(account: Facts, now: number): Omit<Entitlement, "version"> {
  const { plan, status, overage, alertThresholds, formerPlan, keptUntil } = account;
  const isLive = account.subscriptionId !== null && account.endedAt === null;
  const { version: _, ...entitlement } = toEntitlement(plan, {
    version: 0,
    status: statuses[status],
    // Without a subscription there is nothing to bill it to.
    overage: isLive ? overage : "refuse",
    alertThresholds,
    periodAnchor: isLive ? toPeriodAnchor(account) : null,
  });
  // What the plan before kept stays while it can still be exported.
  const isKept = keptUntil !== null && now < keptUntil && isPlanName(formerPlan);
  const auditDays = isKept ? plans[formerPlan].limits.auditDays : 0;
  return { ...entitlement, auditDays: Math.max(entitlement.auditDays, auditDays) };
}

/** A subscription of a 31st has short months too: of a period's two ends, the later day of the month is its own. */
function toPeriodAnchor({ periodStart, periodEnd }: Pick<Facts, "periodStart" | "periodEnd">): number | null {
  if (periodStart === null || periodEnd === null) return periodStart;
  const toDayOfMonth = (at: number) => new Date(at).getUTCDate();
  return toDayOfMonth(periodEnd) > toDayOfMonth(periodStart) ? periodEnd : periodStart;
}
