import { AppError } from "#errors.ts";
import type { Choice } from "../paid-plan.ts";
import { planNames, plans } from "../plans.ts";
import type { BillingAccount } from "../sync/to-billing-state.ts";

export type Timing = "now" | "period_end";

const ranks: readonly string[] = planNames;

/** More begins now, less when what is paid for is used up. */
export function toTiming(
  { plan, interval }: Pick<BillingAccount, "plan" | "interval">,
  wanted: Choice,
): Timing {
  const step = ranks.indexOf(wanted.plan) - ranks.indexOf(plan);
  if (step !== 0) return step > 0 ? "now" : "period_end";
  if (wanted.interval === interval) {
    const message = `The organization is on ${plans[wanted.plan].name}, paid by the ${interval}, already.`;
    throw new AppError("conflict", message);
  }
  return wanted.interval === "year" ? "now" : "period_end";
}

/** Refuses what has to be settled before. */
export function assertChangeable(account: BillingAccount): void {
  if (account.status === "past_due" || account.status === "suspended") {
    const message = "The open invoice has to be paid before the plan can change.";
    throw new AppError("payment_required", message, { url: account.openInvoiceUrl ?? undefined });
  }
  if (account.cancelAt !== null) {
    const end = new Date(account.cancelAt).toISOString().slice(0, 10);
    throw new AppError("conflict", `The subscription ends on ${end}. Reactivate it first.`);
  }
}
