import { z } from "@hono/zod-openapi";
import { limitNames } from "#billing/overview/read-usage.ts";
import { planNames } from "#billing/plans.ts";

export const PlanSlug = z.enum(planNames);
export const IntervalName = z.enum(["month", "year"]);
const LimitName = z.enum(limitNames);

/** What a subscription costs as it goes on. */
export const Price = z.object({
  currency: z.literal("usd"),
  base: z.number().describe("Cents, for each interval"),
  interval: IntervalName,
  perListing: z.number().describe("Cents, each month"),
  listings: z.number(),
  listingsTotal: z.number().describe("Cents, each month whatever the interval"),
});

/** How much there is of each, and how much there may be. */
export const Limits = z.array(z.object({ name: LimitName, used: z.number(), limit: z.number() }));

/** What an organization has more of than a plan allows. */
export const Warnings = z.array(
  z.object({ limit: LimitName, used: z.number(), allowed: z.number(), message: z.string() }),
);
