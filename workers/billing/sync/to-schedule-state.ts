import type Stripe from "stripe";
import type { PlanName } from "../plans.ts";
import { findPricedItem, type Interval } from "../prices.ts";
import { toMs } from "./to-subscription-state.ts";

/** Schedules that we made carry this, so that nobody else's is ever touched. */
export const OURS = { latchkey: "plan_change" } as const;

/** A change that waits for its time. */
export interface ScheduleState {
  scheduleId: string | null;
  nextPlan: PlanName | null;
  nextInterval: Interval | null;
  nextAt: number | null;
}

const nothing: ScheduleState = { scheduleId: null, nextPlan: null, nextInterval: null, nextAt: null };

export function findOurSchedule(schedules: Stripe.SubscriptionSchedule[], subscriptionId: string) {
  return schedules.find(
    ({ status, metadata, subscription }) =>
      status === "active" && metadata?.latchkey === OURS.latchkey && toId(subscription) === subscriptionId,
  );
}

/** The next phase's metadata names what it is for: its prices may be mere ids. */
export function toScheduleState(schedule: Stripe.SubscriptionSchedule | undefined): ScheduleState {
  const next = schedule?.phases.find(
    ({ start_date }) => start_date > (schedule.current_phase?.start_date ?? 0),
  );
  const item = findPricedItem(next?.metadata?.lookup_key);
  if (schedule === undefined || next === undefined || item === null) return nothing;
  return {
    scheduleId: schedule.id,
    nextPlan: item.plan,
    nextInterval: item.interval,
    nextAt: toMs(next.start_date),
  };
}

const toId = (value: string | { id: string } | null) =>
  typeof value === "string" ? value : (value?.id ?? null);
