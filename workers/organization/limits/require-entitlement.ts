import { AppError } from "#errors.ts";
import type { Entitlement } from "./entitlement.ts";
import { getPeriod } from "./period.ts";

/** Of work that goes on by itself too: it counts against no quota, but stops when the keys are closed. */
export function requirePaid({ status }: Entitlement): void {
  if (status === "past_due" || status === "suspended") throw new AppError("payment_required");
}

/** Of tools that change something upstream: some plans only read. */
export function requireWritable({ plan, readOnly }: Entitlement, scope: "read" | "write"): void {
  if (!readOnly || scope === "read") return;
  throw new AppError("plan_limit_reached", `The plan "${plan}" only reads: nothing can be changed with it.`);
}

/** Refuses what the organization has not paid for. `used` counts billable calls of the period, those under way included. */
export function requireEntitlement(entitlement: Entitlement, used: number, now: number): void {
  requirePaid(entitlement);
  if (entitlement.overage === "bill" || used < entitlement.toolCalls) return;
  throw new AppError("quota_exceeded", `All ${entitlement.toolCalls} tool calls of this month are used.`, {
    limit: entitlement.toolCalls,
    used,
    resetsAt: getPeriod(entitlement, now).end,
  });
}
