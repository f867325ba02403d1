import { invalidRequest } from "../core/errors.ts";
import type { Subscription, SubscriptionItem } from "../core/objects.ts";
import { addInterval } from "./add-interval.ts";
import { periodAt } from "./billing-period.ts";
import { intervalOf } from "./item-kinds.ts";
import { inPeriod } from "./new-item.ts";
import type { AnchorConfig, NewSubscription } from "./new-subscription.ts";

const day = 86_400;
const twoYears = 2 * 366 * day;

export interface Timing extends Pick<Subscription, "billing_cycle_anchor" | "trial_start" | "trial_end"> {
  now: number;
}

/** When a new subscription's trial ends and around what its periods lie. */
export function firstTiming(given: NewSubscription, items: SubscriptionItem[], now: number): Timing {
  const trial_end = toTrialEnd(given, items, now);
  const trial = { trial_end, trial_start: trial_end === null ? null : now };
  const wanted = given.billing_cycle_anchor ?? toConfigured(given.billing_cycle_anchor_config, items, now);
  const natural = trial_end ?? now;
  if (wanted === undefined) return { billing_cycle_anchor: natural, ...trial, now };
  const latest = Math.min(...items.map(({ price }) => addInterval(natural, intervalOf(price))));
  if (wanted < now)
    throw invalidRequest("billing_cycle_anchor cannot be in the past", { param: "billing_cycle_anchor" });
  if (wanted < natural)
    throw invalidRequest("billing_cycle_anchor cannot be before the end of the trial", {
      param: "billing_cycle_anchor",
    });
  if (wanted > latest)
    throw invalidRequest(
      `billing_cycle_anchor cannot be later than next natural billing date (${latest}) for plan`,
      { param: "billing_cycle_anchor" },
    );
  return { billing_cycle_anchor: wanted, ...trial, now };
}

/** An item in its first period: the trial, or until the first date around the anchor. */
export function inFirstPeriod(item: SubscriptionItem, { trial_end, billing_cycle_anchor, now }: Timing) {
  const end = trial_end ?? periodAt(billing_cycle_anchor, intervalOf(item.price), now).end;
  return { ...item, ...inPeriod({ start: now, end }) };
}

function toTrialEnd(given: NewSubscription, items: SubscriptionItem[], now: number): number | null {
  const { trial_end, trial_period_days, trial_from_plan } = given;
  if (trial_end !== undefined && trial_period_days !== undefined)
    throw invalidRequest("You may only specify one of these parameters: trial_end, trial_period_days.", {
      param: "trial_end",
    });
  if (trial_end === "now") return null;
  if (trial_end !== undefined) return requireTrialEnd(trial_end, now);
  const days =
    trial_period_days ??
    (trial_from_plan ? Math.max(...items.map(({ price }) => price.recurring?.trial_period_days ?? 0)) : 0);
  return days > 0 ? now + days * day : null;
}

export function requireTrialEnd(trialEnd: number, now: number): number {
  if (trialEnd <= now)
    throw invalidRequest("Invalid timestamp: must be an integer Unix timestamp in the future.", {
      param: "trial_end",
    });
  if (trialEnd > now + twoYears)
    throw invalidRequest("Invalid timestamp: can be no more than two years in the future", {
      param: "trial_end",
    });
  return trialEnd;
}

/** The first such date from now on. */
function toConfigured(
  config: AnchorConfig | undefined,
  items: SubscriptionItem[],
  now: number,
): number | undefined {
  if (!config) return undefined;
  const today = new Date(now * 1000);
  const { day_of_month, hour, minute, second, month } = config;
  const isYearly = month !== undefined;
  const [h, m, s] = [
    hour ?? today.getUTCHours(),
    minute ?? today.getUTCMinutes(),
    second ?? today.getUTCSeconds(),
  ];
  const dateIn = (year: number, index: number) => {
    const lastDay = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
    return Date.UTC(year, index, Math.min(day_of_month, lastDay), h, m, s) / 1000;
  };
  const first = isYearly ? month - 1 : today.getUTCMonth();
  const candidates = [0, 1].map((step) =>
    isYearly ? dateIn(today.getUTCFullYear() + step, first) : dateIn(today.getUTCFullYear(), first + step),
  );
  return items.length > 0 ? candidates.find((at) => at >= now) : undefined;
}
