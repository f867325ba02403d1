import { z } from "zod";
import { AppError } from "#errors.ts";
import { type PlanName, plans } from "./plans.ts";
import type { Interval } from "./prices.ts";

/** What can be bought. */
export const paidPlans = ["starter", "pro", "enterprise"] as const satisfies PlanName[];
export type PaidPlan = (typeof paidPlans)[number];

export const Choice = z.strictObject({
  plan: z.enum(paidPlans),
  interval: z.enum(["month", "year"]).default("month"),
});

export interface Choice {
  plan: PaidPlan;
  interval: Interval;
}

/** A plan without a price of its own is paid by the month, as its listings are. */
export function toChoice({ plan, interval }: Choice): Choice {
  if (interval === "month" || plans[plan].base !== null) return { plan, interval };
  throw new AppError("invalid_request", `interval: ${plans[plan].name} is paid by the month only.`);
}
