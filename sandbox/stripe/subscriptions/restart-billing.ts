import type { Context } from "../core/context.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import type { Debit } from "../core/records.ts";
import { periodAt } from "./billing-period.ts";
import { chargeItems } from "./charge-item.ts";
import { chargeUsage } from "./charge-usage.ts";
import { requireTrialEnd } from "./first-timing.ts";
import { intervalOf } from "./item-kinds.ts";
import { inPeriod } from "./new-item.ts";
import type { Planning, Revision } from "./plan-revision.ts";
import { creditItem } from "./prorations.ts";
import { withItems } from "./statuses.ts";

/** New periods from now on: what is left of the former ones is given back, the new ones are charged for at once. */
export function planRestart(
  ctx: Context,
  { before, after, change, now, debits }: Planning & { debits: Debit[] },
): Revision {
  const trial_end = typeof change.trial_end === "number" ? requireTrialEnd(change.trial_end, now) : null;
  if (trial_end !== null && before.status === "trialing") return moveTrialEnd(after, trial_end, debits);
  const restarted = restartAt(after, now, trial_end);
  const at = change.proration_date ?? now;
  const credits =
    change.proration_behavior === "none"
      ? []
      : before.items.data.flatMap((item) => creditItem(ctx, item, debits, at));
  const charges = [
    ...(before.status === "trialing" ? [] : chargeUsage(ctx, before, before.items.data, now)),
    ...credits.filter(({ line }) => line.amount !== 0),
    ...chargeItems(ctx, restarted, restarted.items.data, now),
  ];
  return { subscription: restarted, charges, kept: [], isBilledNow: true };
}

/** The subscription with all of its periods beginning now, the first being a trial if that is wanted. */
export function restartAt(subscription: Subscription, now: number, trial_end: number | null): Subscription {
  const billing_cycle_anchor = trial_end ?? now;
  const restart = (item: SubscriptionItem) => {
    const end = trial_end ?? periodAt(now, intervalOf(item.price), now).end;
    return { ...item, ...inPeriod({ start: now, end }) };
  };
  const trial = trial_end === null ? endedTrial(subscription, now) : { trial_end, trial_start: now };
  const wasTrial = subscription.status === "trialing";
  return {
    ...withItems(subscription, subscription.items.data.map(restart)),
    ...trial,
    billing_cycle_anchor,
    status: trial_end !== null ? "trialing" : wasTrial ? "active" : subscription.status,
  };
}

const endedTrial = ({ trial_end, trial_start }: Subscription, now: number) => ({
  trial_end: trial_end === null ? null : Math.min(trial_end, now),
  trial_start,
});

/** A trial that is made longer or shorter costs nothing more. */
function moveTrialEnd(after: Subscription, trial_end: number, debits: Debit[]): Revision {
  const items = after.items.data.map((item) => ({ ...item, current_period_end: trial_end }));
  return {
    subscription: { ...withItems(after, items), billing_cycle_anchor: trial_end, trial_end },
    charges: [],
    kept: debits.map((debit) => ({ ...debit, end: trial_end })),
    isBilledNow: false,
  };
}
