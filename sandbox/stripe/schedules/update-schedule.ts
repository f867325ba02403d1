import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { SubscriptionSchedule } from "../core/objects.ts";
import { ProrationBehavior } from "../subscriptions/subscription-params.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { advanceSchedule } from "./advance-schedule.ts";
import { enterPhase } from "./enter-phase.ts";
import { followEnd } from "./follow-end.ts";
import { assertLive } from "./is-live.ts";
import type { Phase } from "./phase.ts";
import { changeSchedule } from "./save-schedule.ts";
import { GivenPhase, scheduleFields } from "./schedule-params.ts";
import { toDefaultSettings } from "./to-default-settings.ts";
import { toPhases } from "./to-phases.ts";

const Params = z.strictObject({
  ...scheduleFields,
  phases: z.array(GivenPhase).min(1).optional(),
  proration_behavior: ProrationBehavior.default("create_prorations"),
});

export const updateSchedule = endpoint(
  "POST",
  "/v1/subscription_schedules/:schedule",
  Params,
  (ctx, params, ids) => {
    const before = ctx.db.schedules.get(ids.schedule);
    assertLive(before, "update");
    const phases = params.phases ? revisePhases(ctx, before, params.phases) : before.phases;
    const current = currentOf(before, phases);
    const changed = changeSchedule(ctx, before, {
      current_phase: current && { start_date: current.start_date, end_date: current.end_date },
      default_settings: toDefaultSettings(before.default_settings, params.default_settings),
      end_behavior: params.end_behavior ?? before.end_behavior,
      metadata: mergeMetadata(before.metadata ?? {}, params.metadata),
      phases,
    });
    const former = currentOf(before, before.phases);
    if (current && former && !isSame(current, former))
      enterPhase(ctx, changed, current, params.proration_behavior);
    followEnd(ctx, changed);
    advanceSchedule(ctx, changed);
    return ctx.db.schedules.get(before.id);
  },
);

const currentOf = ({ current_phase }: SubscriptionSchedule, phases: Phase[]): Phase | null =>
  phases.find(({ start_date }) => start_date === current_phase?.start_date) ?? null;

/** Whether the subscription is the same in both: when they end does not matter to it. */
function isSame(one: Phase, other: Phase): boolean {
  const text = ({ end_date, proration_behavior, ...phase }: Phase) => JSON.stringify(phase);
  return text(one) === text(other);
}

/** Phases that are over may be left out; the one that is not has to be there, from the same start. */
function revisePhases(ctx: Context, schedule: SubscriptionSchedule, given: GivenPhase[]): Phase[] {
  const { current_phase, customer, phases } = schedule;
  const now = ctx.now(customer);
  const start = toStart(schedule, given[0], now);
  const past = current_phase
    ? phases.filter(({ end_date }) => end_date <= Math.min(current_phase.start_date, start))
    : [];
  const revised = [...past, ...toPhases(ctx, given, { start, anchor: anchorOf(ctx, schedule, start), now })];
  const current = currentOf(schedule, revised);
  if (current_phase && !current)
    throw invalidRequest(
      "You can not modify the start date of the current phase, nor leave that phase out.",
      {
        param: "phases",
      },
    );
  if (current && current.end_date < now)
    throw invalidRequest("The current phase cannot end in the past.", { param: "phases" });
  return revised;
}

function toStart(
  { phases, status }: SubscriptionSchedule,
  first: GivenPhase | undefined,
  now: number,
): number {
  if (first?.start_date !== undefined) return first.start_date === "now" ? now : first.start_date;
  const [former] = phases;
  if (status === "not_started" && former) return former.start_date;
  throw invalidRequest(
    "The subscription schedule update is missing at least one phase with a `start_date` to anchor end dates to.",
    { param: "phases" },
  );
}

const anchorOf = ({ db }: Context, { subscription }: SubscriptionSchedule, start: number) =>
  subscription ? db.subscriptions.get(subscription).billing_cycle_anchor : start;
