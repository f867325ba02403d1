import { AppError } from "#errors.ts";
import { type Entitlement, getPeriod } from "./entitlement.ts";

/** Of work that goes on by itself too: it counts against no quota, but stops when the keys are closed. */
export function requirePaid({ status }: Entitlement): void {
  if (status === "past_due" || status === "suspended") throw new AppError("payment_required");
}

/** Refuses what the organization has not paid for. `used` counts billable calls of the period, those under way included. */
export function requireEntitlement(entitlement: Entitlement, used: number, now: number): void {
  requirePaid(entitlement);
  if (used >= entitlement.toolCalls) {
    throw new AppError("quota_exceeded", `All ${entitlement.toolCalls} tool calls of this month are used.`, {
      limit: entitlement.toolCalls,
      used,
      resetsAt: getPeriod(now).end,
    });
  }
}
