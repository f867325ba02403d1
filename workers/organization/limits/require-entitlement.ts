import { AppError } from "#errors.ts";
import { type Entitlement, getPeriod } from "./entitlement.ts";

/** Refuses what the organization has not paid for. `used` counts billable calls of the period, those under way included. */
export function requireEntitlement(entitlement: Entitlement, used: number, now: number): void {
  if (entitlement.status === "past_due" || entitlement.status === "suspended") {
    throw new AppError("payment_required");
  }
  if (used >= entitlement.toolCalls) {
    throw new AppError("quota_exceeded", `All ${entitlement.toolCalls} tool calls of this month are used.`, {
      limit: entitlement.toolCalls,
      used,
      resetsAt: getPeriod(now).end,
    });
  }
}
