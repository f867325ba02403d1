import type { Subscription } from "../core/objects.ts";
import { maxPeriodEnd, minPeriodEnd } from "./statuses.ts";

/** The time that `cancel_at` means. */
export function findPeriodEnd(
  subscription: Subscription,
  at: number | "max_period_end" | "min_period_end",
): number {
  if (at === "max_period_end") return maxPeriodEnd(subscription);
  return at === "min_period_end" ? minPeriodEnd(subscription) : at;
}
