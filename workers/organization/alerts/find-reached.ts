import type { Entitlement } from "../limits/entitlement.ts";

type Quota = Pick<Entitlement, "toolCalls" | "alertThresholds">;

/** Of how many calls on a threshold is reached. */
const toPoint = (threshold: number, toolCalls: number) =>
  Math.max(1, Math.ceil((toolCalls * threshold) / 100));

/** The thresholds that so many calls have reached, the lowest first. */
export function findReached({ alertThresholds, toolCalls }: Quota, used: number): number[] {
  return alertThresholds.filter((threshold) => used >= toPoint(threshold, toolCalls)).sort((a, b) => a - b);
}
