import type { billingChanges } from "#directory/schema/index.ts";
import { planNames } from "../plans.ts";
import type { BillingAccount, BillingState } from "./to-billing-state.ts";

export type BillingChange = Omit<typeof billingChanges.$inferInsert, "organizationId" | "actor">;

type Kind = BillingChange["kind"];
type Compared = Pick<
  BillingState,
  | "status"
  | "subscriptionId"
  | "interval"
  | "quantity"
  | "cancelAt"
  | "endedAt"
  | "nextAt"
  | "archivedAt"
  | "pastDueSince"
> & { plan: string; nextPlan: string | null };

const ranks: readonly string[] = planNames;
const rank = (plan: string) => ranks.indexOf(plan);
const isLive = ({ subscriptionId, endedAt }: Compared) => subscriptionId !== null && endedAt === null;
const isClosed = ({ status }: Compared) => status === "past_due" || status === "suspended";

/** What became different between two readings, as the history tells it. The same difference has the same id, whoever finds it. */
export function toChanges(
  before: Compared & Pick<BillingAccount, "syncedTicket" | "trialEndReason">,
  after: Compared,
  now: number,
): BillingChange[] {
  const at = (effectiveAt: number) => ({ at: now, effectiveAt });
  const found: [Kind, Omit<BillingChange, "id" | "kind">][] = [];
  const plans = { fromPlan: before.plan, toPlan: after.plan };
  const isSame = before.subscriptionId === after.subscriptionId;
  if (isLive(after) && !(isSame && isLive(before))) {
    found.push(["subscribed", { ...at(now), ...plans, toQuantity: after.quantity }]);
  }
  if (isLive(after) && isSame && isLive(before)) {
    if (rank(after.plan) > rank(before.plan)) found.push(["upgraded", { ...at(now), ...plans }]);
    if (rank(after.plan) < rank(before.plan)) found.push(["downgraded", { ...at(now), ...plans }]);
    if (after.interval !== before.interval) found.push(["interval_changed", { ...at(now), ...plans }]);
    if (after.quantity !== before.quantity) {
      const quantities = { fromQuantity: before.quantity, toQuantity: after.quantity };
      found.push(["quantity_changed", { ...at(now), ...quantities }]);
    }
    const isOtherNext = after.nextAt !== before.nextAt || after.nextPlan !== before.nextPlan;
    if (after.nextAt !== null && isOtherNext) {
      const next = { fromPlan: after.plan, toPlan: after.nextPlan };
      found.push(["downgrade_scheduled", { ...at(after.nextAt), ...next }]);
    }
    const isAsBefore = after.plan === before.plan && after.interval === before.interval;
    if (before.nextAt !== null && after.nextAt === null && isAsBefore) {
      found.push(["change_undone", { ...at(now), fromPlan: before.nextPlan, toPlan: after.plan }]);
    }
    if (after.cancelAt !== null && after.cancelAt !== before.cancelAt)
      found.push(["cancel_scheduled", { ...at(after.cancelAt), fromPlan: before.plan }]);
    if (after.cancelAt === null && before.cancelAt !== null) found.push(["reactivated", at(now)]);
  }
  if (before.pastDueSince === null && after.pastDueSince !== null) found.push(["payment_failed", at(now)]);
  if (isClosed(after) && !isClosed(before)) found.push(["suspended", at(now)]);
  if (before.pastDueSince !== null && after.pastDueSince === null && isLive(after))
    found.push(["payment_recovered", at(now)]);
  if (isLive(before) && after.endedAt !== null) {
    const kind = after.archivedAt === null ? "canceled" : "archived";
    found.push([kind, { ...at(after.endedAt), ...plans }]);
  }
  if (before.status === "trialing" && after.status === "free")
    found.push(["trial_ended", { ...at(now), ...plans, reason: before.trialEndReason }]);
  const of = after.subscriptionId ?? "trial";
  const { subscriptionId, interval: toInterval } = after;
  return found.map(([kind, change]) => ({
    ...change,
    id: `${of}/${kind}/${before.syncedTicket}`,
    kind,
    subscriptionId,
    toInterval,
  }));
}
