import type { Entitlement } from "#organization/limits/entitlement.ts";
import { type PlanName, plans } from "./plans.ts";

const BURST = 100;

interface Choices extends Pick<Entitlement, "version" | "status"> {
  overage?: Entitlement["overage"];
  alertThresholds?: number[];
  periodAnchor?: number | null;
}

/** What a plan comes down to for the organization's object. */
export function toEntitlement(plan: PlanName, choices: Choices): Entitlement {
  const { overage = "refuse", alertThresholds = [80, 90, 100], periodAnchor = null, ...state } = choices;
  return { ...state, plan, ...plans[plan].limits, burst: BURST, overage, alertThresholds, periodAnchor };
}
